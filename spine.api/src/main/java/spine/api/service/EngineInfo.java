package spine.api.service;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The engine the models run on, as it proved itself at start. */
@ProviderType
public interface EngineInfo {

    /** The short name that settings choose it by, for example {@code nd4j}. */
    String id();

    /** Name, version and device, for example {@code ND4J 1.0.0-M2.1 (CPU, oneDNN)}. */
    String name();

    /** Whether convolutions run on code made for the processor or device, not on a fallback many times slower. */
    boolean accelerated();

    /** Threads the engine itself uses inside one operation. */
    int threadsPerOperation();

    /** Images that are worked on at the same time. */
    int parallelImages();

    /** Time from first touch to a proven engine, ms. */
    long startMillis();

    /** Sentences for the user: why this engine serves, which device it does not use and why, which other engines there are. */
    List<String> remarks();
}
