package spine.stress.internal.soak;

/**
 * What a command printed, what it said besides, and its exit code.
 *
 * @param exitCode 128 and the number of the signal where one ended it
 */
record Said(String out, String errors, int exitCode) {

    String all() {
        return out + errors;
    }

    /** For a log: one line, without control characters. */
    String line() {
        return ("exit code " + exitCode + ": " + all().strip()).replaceAll("\\p{Cntrl}+", " | ");
    }
}
