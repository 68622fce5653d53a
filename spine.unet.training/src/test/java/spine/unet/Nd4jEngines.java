package spine.unet;

import spine.nd4j.Nd4jEngine;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.network.UNetParameters;

/** The engine of ND4J as on a machine with some number of processors. */
public final class Nd4jEngines {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();

    private Nd4jEngines() {
    }

    /** @param images that are worked on at the same time */
    public static InferenceEngine parallel(int images) {
        EngineDescription own = ENGINE.description();
        EngineDescription description = new EngineDescription(own.name(), own.accelerated(), own.threadsPerOperation(), images,
                own.imagesPerRun(), own.startMillis(), own.remarks());
        return new InferenceEngine() {
            @Override
            public EngineDescription description() {
                return description;
            }

            @Override
            public InferenceSession open(UNetParameters network, int parallelRuns) {
                return ENGINE.open(network, parallelRuns);
            }
        };
    }
}
