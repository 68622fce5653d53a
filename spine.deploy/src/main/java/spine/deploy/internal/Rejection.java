package spine.deploy.internal;

/** Why a jar may not be installed. */
public final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason one sentence that a person can act on, without the name of the jar */
    public Rejection(String reason) {
        super(reason);
    }

    public Rejection(String reason, Throwable cause) {
        super(reason, cause);
    }
}
