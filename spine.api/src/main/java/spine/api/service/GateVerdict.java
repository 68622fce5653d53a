package spine.api.service;

/**
 * What the {@link DeployGate} decided on one bundle.
 *
 * @param accepted whether it goes on to be installed
 * @param bundle symbolic name and version; empty if that could not be read
 * @param signer subject of the signer's certificate; empty if it has none that is trusted
 * @param reason why it was refused, one sentence; empty if it was accepted
 */
public record GateVerdict(boolean accepted, String bundle, String signer, String reason) {
}
