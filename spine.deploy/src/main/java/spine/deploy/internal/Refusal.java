package spine.deploy.internal;

/** Why a jar may not be installed. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason one sentence that a person can act on, without the name of the jar */
    public Refusal(String reason) {
        super(reason);
    }

    public Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
