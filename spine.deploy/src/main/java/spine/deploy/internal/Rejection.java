package spine.deploy.internal;

import spine.common.text.PlainText;

/** Why a jar may not be installed. */
public final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;
    /** Room for a list of imports, and for a name or two from the jar. */
    private static final int LONGEST = 2000;

    /**
     * @param reason one sentence that a person can act on, without the name of the jar; what it quotes of the jar may hold anything
     */
    public Rejection(String reason) {
        super(PlainText.excerpt(reason, LONGEST));
    }

    public Rejection(String reason, Throwable cause) {
        super(PlainText.excerpt(reason, LONGEST), cause);
    }
}
