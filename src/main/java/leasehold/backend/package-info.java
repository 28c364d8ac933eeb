/**
 * The SPI: what a backend must do to open, keep and close the one session on a server.
 *
 * <p>The SPI blocks; the controller calls it on threads of its own and interrupts a call that is no
 * longer wanted, so that a backend fits on a page. A provider describes its settings, so that
 * dialogs build themselves.
 */
package leasehold.backend;
