package spine.stress.internal.home;

/**
 * What a command printed, what it said besides, and its exit code.
 *
 * @param exitCode 128 and the number of the signal where one ended it
 */
public record Said(String out, String errors, int exitCode) {

    public String all() {
        return out + errors;
    }

    /** For a log: one line, without control characters. */
    public String line() {
        return ("exit code " + exitCode + ": " + all().strip()).replaceAll("\\p{Cntrl}+", " | ");
    }
}
