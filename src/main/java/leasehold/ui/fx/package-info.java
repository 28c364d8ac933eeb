/** The toolkit floor: the one place that names {@code Platform}. Serves every screen alike. */
package leasehold.ui.fx;
