package spine.api;

/** Hears how far a piece of work has come. May be called from any thread; must return at once. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = (step, done) -> { };

    /**
     * @param step what is being done, a short phrase without patient data
     * @param done the finished share of that step, 0..1
     */
    void at(String step, double done);

    /**
     * An intermediate result that a person who waits wants to keep, such as a validation of a model in training. Ignored by default.
     *
     * @param sentence without patient data
     */
    default void note(String sentence) {
    }
}
