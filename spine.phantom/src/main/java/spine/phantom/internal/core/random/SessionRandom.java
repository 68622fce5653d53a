package spine.phantom.internal.core.random;

/**
 * The random numbers of one of several examinations of a patient. At the first one both streams are the same; at a later one what is taken
 * from {@code lasting} comes back. From one pair of streams take what lasts first, or it is not the same the next time.
 *
 * @param lasting decides what belongs to patient, scanner and protocol
 * @param passing decides what is new at every examination
 */
public record SessionRandom(SeededRandom lasting, SeededRandom passing) {

    public SessionRandom child(String name) {
        SeededRandom kept = lasting.child(name);
        return new SessionRandom(kept, first() ? kept : passing.child(name));
    }

    /** Whether this is the first examination. */
    public boolean first() {
        return lasting == passing;
    }
}
