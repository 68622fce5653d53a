package spine.unet.internal.engine;

import java.util.Map;
import org.osgi.framework.Constants;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;

/**
 * An engine and what its service says of it.
 *
 * @param id short name; empty where the service has none
 * @param ranking of the service, the higher the better
 * @param serviceId the lower the older
 */
public record RankedEngine(InferenceEngine engine, EngineDescription description, String id, int ranking, long serviceId) {

    /** @param properties of the service */
    public static RankedEngine of(InferenceEngine engine, Map<String, ?> properties) {
        return new RankedEngine(engine, engine.description(), properties.get(InferenceEngine.ID) instanceof String id ? id : "",
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long number ? number : Long.MAX_VALUE);
    }
}
