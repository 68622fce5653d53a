package spine.unet.weights;

/**
 * A network in the middle of its training; only who trains has a use for more than the network.
 *
 * @param network as its file has it
 * @param iterations steps of training so far, at least 0
 * @param optimiser state of Adam: two numbers for each parameter that is trained, in DL4J's order
 */
public record ResumableNetwork(StoredNetwork network, int iterations, float[] optimiser) {
}
