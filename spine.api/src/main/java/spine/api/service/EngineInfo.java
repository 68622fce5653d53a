package spine.api.service;

import org.osgi.annotation.versioning.ProviderType;

/** The engine the models run on, as it proved itself at start. */
@ProviderType
public interface EngineInfo {

    /** Name and version, for example {@code ND4J 1.0.0-M2.1 (CPU)}. */
    String name();

    /** Whether convolutions really run on the accelerated library (oneDNN). */
    boolean accelerated();

    /** Threads the engine itself uses inside one operation. */
    int threadsPerOperation();

    /** Images that are worked on at the same time. */
    int parallelImages();

    /** Time from first touch to a proven engine, ms. */
    long startMillis();
}
