package leasehold.history;

/**
 * Where an entry stands among those of its controller: in its run, by its number. It stays the same
 * however much is trimmed. Which of two comes first, their {@link RunOrder} says.
 *
 * @param run the run, as {@link Run#id}
 * @param number as {@link Entry#number}
 */
public record Place(long run, long number) {}
