package spine.deploy.internal.gate;

/**
 * What came out of looking at one jar.
 *
 * @param bundle null if there is none to be read
 * @param signer empty if nobody trusted signed it
 * @param reason why it is refused; empty if it is accepted
 */
public record GateResult(BundleIdentity bundle, String signer, String reason) {

    public boolean accepted() {
        return reason.isEmpty();
    }
}
