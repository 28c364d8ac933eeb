/**
 * The record on disk: every event of the recorded controllers, in order, and what can be asked of
 * it. Knows {@code leasehold.session} and nothing above it. What stands in the file is described in
 * {@code src/site/record.md}.
 *
 * <p>A program records its controller, and asks for the newest leases that a client was granted:
 *
 * {@snippet lang=java :
 * HistoryStore store = HistoryStore.open(HistoryPlace.standard());
 * store.record(controller);
 *
 * try (HistoryReader reader = store.reader()) {
 *     EventSearch.Page page =
 *             new EventSearch(reader)
 *                     .newest(
 *                             controller.name(),
 *                             ExportRange.ALL,
 *                             new ExportSelection.Matching(
 *                                     OptionalLong.empty(),
 *                                     OptionalLong.empty(),
 *                                     Set.of(EventKind.LEASE_GRANTED),
 *                                     Optional.of("billing-sync")),
 *                             Optional.empty(),
 *                             100);
 * }
 * }
 *
 * <p>{@link leasehold.history.EventSearch} finds events in a range of time, by kind, client,
 * session or lease; {@link leasehold.history.SessionSearch} sessions, {@link
 * leasehold.history.FailureSearch} failures; {@link leasehold.history.StateSearch} what was held at
 * an instant.
 */
package leasehold.history;
