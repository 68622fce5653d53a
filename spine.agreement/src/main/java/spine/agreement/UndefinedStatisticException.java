package spine.agreement;

/** The data do not determine the statistic; the message is one sentence that says why. */
public final class UndefinedStatisticException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason one sentence for a reader of the result */
    public UndefinedStatisticException(String reason) {
        super(reason);
    }
}
