/**
 * View-models: read-only properties and row types, made of what the monitor tells. Know properties
 * and lists of JavaFX and nothing else of it, so that they are tested without a toolkit. Confined
 * to the thread of the beat.
 */
package leasehold.ui.model;
