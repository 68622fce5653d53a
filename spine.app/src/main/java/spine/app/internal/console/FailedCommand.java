package spine.app.internal.console;

/**
 * What a command of the console says when it has not done all that it was asked for. Any console prints it as the text that it is; spine's
 * own also takes the exit code from it.
 *
 * @param code one of {@link spine.app.command.ExitCode}, not 0
 */
record FailedCommand(String words, int code) implements CharSequence {

    @Override
    public int length() {
        return words.length();
    }

    @Override
    public char charAt(int index) {
        return words.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return words.subSequence(start, end);
    }

    @Override
    public String toString() {
        return words;
    }
}
