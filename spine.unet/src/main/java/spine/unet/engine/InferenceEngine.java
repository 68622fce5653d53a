package spine.unet.engine;

import org.osgi.annotation.versioning.ConsumerType;
import spine.unet.network.UNetParameters;

/**
 * Extension point: runs attention U-Nets.
 *
 * <p>Choice: the engine that the setting {@code engine} of {@code spine.unet} names by its {@link #ID}, else the one with the highest
 * {@code service.ranking}, then the lowest service id. It runs every model that it can run. When an engine is withdrawn the platform
 * first withdraws the models that run on it, which waits for the studies that use them, closes their sessions, and loads the models anew
 * on the engine that is best then.
 *
 * <p>An engine is registered when it is ready: it has computed something and found the answer right.
 *
 * <p>Threads: all methods may be called from several threads at once.
 */
@ConsumerType
public interface InferenceEngine {

    /** Service property, String, required: the short name that settings choose it by, such as {@code nd4j}. */
    String ID = "engine.id";

    /** What it is; never null, always the same. */
    EngineDescription description();

    /**
     * Prepares a network.
     *
     * @param network read only, may be kept
     * @param parallelRuns runs at the same time for which the session should keep memory, above 0; more are possible
     * @throws IllegalStateException if the engine cannot; the message is a sentence for the user
     */
    InferenceSession open(UNetParameters network, int parallelRuns);
}
