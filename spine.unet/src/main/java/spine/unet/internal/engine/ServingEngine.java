package spine.unet.internal.engine;

import java.util.List;
import spine.api.service.EngineInfo;
import spine.unet.engine.EngineDescription;

/** The engine that serves, in the words of the platform. */
public record ServingEngine(String id, String name, boolean accelerated, int threadsPerOperation, int parallelImages, long startMillis,
        List<String> remarks) implements EngineInfo {

    static ServingEngine of(RankedEngine engine, List<String> remarks) {
        EngineDescription description = engine.description();
        return new ServingEngine(engine.id(), description.name(), description.accelerated(), description.threadsPerOperation(),
                description.parallelImages(), description.startMillis(), List.copyOf(remarks));
    }
}
