package spine.nd4j.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import spine.nd4j.Nd4jEngine;
import spine.unet.engine.InferenceEngine;

/** Starts ND4J on the processor from the class loader of this class, which {@link ProcessorCopy} makes; takes remarks for users. */
public final class ProcessorStart implements Function<List<String>, InferenceEngine> {

    @Override
    public InferenceEngine apply(List<String> remarks) {
        return OwnClasses.start(ProcessorStart.class.getClassLoader(), Set.of(), () -> Nd4jEngine.start(remarks));
    }
}
