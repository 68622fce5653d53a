package spine.app.internal.cli.bench;

/**
 * What something took, in nanoseconds.
 *
 * @param wall by the clock
 * @param processor of all threads of the process together, compiler and garbage collector included
 */
record Cost(long wall, long processor) {
    static final Cost NONE = new Cost(0, 0);

    Cost plus(Cost other) {
        return new Cost(wall + other.wall, processor + other.processor);
    }

    Cost minus(Cost earlier) {
        return new Cost(wall - earlier.wall, processor - earlier.processor);
    }
}
