/**
 * The command line: what the window does, without it. Knows every floor but the window's; each
 * command is described and run here, and prints its answer on standard output, and what it has to
 * say besides on standard error.
 */
package leasehold.cli;
