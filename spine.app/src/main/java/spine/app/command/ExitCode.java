package spine.app.command;

/** What the exit codes of the process mean. */
public final class ExitCode {
    /** Everything was done. */
    public static final int DONE = 0;
    /** Anything unexpected. */
    public static final int FAILED = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** Input that cannot be used, named in one sentence; also images that show no spine, although their report is written. */
    public static final int UNUSABLE = 3;
    /** No model or index available. */
    public static final int UNAVAILABLE = 4;

    private ExitCode() {
    }
}
