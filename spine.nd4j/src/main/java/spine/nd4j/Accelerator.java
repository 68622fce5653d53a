package spine.nd4j;

import java.util.Optional;

/**
 * A device that ND4J can use in place of the processor. A fragment of this bundle brings it, with ND4J's backend for it, and names it as a
 * {@link java.util.ServiceLoader} provider. It is asked once, before ND4J is touched, and must not touch it: which backend ND4J takes
 * cannot be changed afterwards.
 */
public interface Accelerator {

    /** Name of ND4J's backend for it, a class that is not loaded. */
    String backend();

    /** Why the device cannot be used, one sentence for the user; empty where it can. */
    Optional<String> obstacle();

    /** The device, for example {@code NVIDIA A100, CUDA 11.6}; asked only where there is no obstacle. */
    String device();

    /** All of its memory, bytes; asked only where there is no obstacle. */
    long memory();
}
