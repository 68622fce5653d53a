package spine.app.embedded;

/** Nothing can be scored in this way or in this process; the message is a sentence for the user. */
public final class RefusedException extends Exception {
    private final int exitCode;

    /** @param exitCode with which a program should end, see {@link spine.app.command.ExitCode} */
    public RefusedException(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The exit code with which a program should end. */
    public int exitCode() {
        return exitCode;
    }
}
