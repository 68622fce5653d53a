package spine.api.job;

/** What was asked for is not possible with a job in its state; the message is a sentence that says why. */
public final class JobStateException extends Exception {
    private static final long serialVersionUID = 1;

    public JobStateException(String sentence) {
        super(sentence);
    }
}
