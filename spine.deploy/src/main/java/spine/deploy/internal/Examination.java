package spine.deploy.internal;

/**
 * What came out of looking at one jar.
 *
 * @param bundle null if there is none to be read
 * @param signer empty if nobody trusted signed it
 * @param reason why it is refused; empty if it is accepted
 */
record Examination(BundleIdentity bundle, String signer, String reason) {

    boolean accepted() {
        return reason.isEmpty();
    }
}
