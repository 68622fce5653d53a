package spine.nd4j.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import spine.unet.engine.InferenceEngine;

/**
 * ND4J on the processor beside ND4J on a device, or in place of it. ND4J has one backend for the life of its class loader, so this is a
 * second copy of its classes. It starts when it is asked for the first time.
 */
final class ProcessorCopy implements Supplier<InferenceEngine> {
    private final ClassLoader own;
    private final Set<String> hidden;
    private InferenceEngine engine;

    /**
     * @param own class loader that has ND4J
     * @param hidden backends of devices
     */
    ProcessorCopy(ClassLoader own, Set<String> hidden) {
        this.own = own;
        this.hidden = hidden;
    }

    /** @throws IllegalStateException if it does not start; the message is a sentence */
    @Override
    public synchronized InferenceEngine get() {
        return start(List.of());
    }

    /** The same. @param remarks for its description, if this starts it */
    @SuppressWarnings("unchecked") // the interface is shared, and so are its types
    synchronized InferenceEngine start(List<String> remarks) {
        if (engine == null) {
            ClassLoader copy = new CopiedClasses(new BackendFilter(own, hidden));
            try {
                engine = ((Function<List<String>, InferenceEngine>) Class.forName(ProcessorStart.class.getName(), true, copy)
                        .getDeclaredConstructor().newInstance()).apply(remarks);
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new IllegalStateException("ND4J does not start on the processor beside the device.", e);
            }
        }
        return engine;
    }
}
