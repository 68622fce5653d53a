package spine.unet.engine;

import java.util.List;
import java.util.Objects;

/**
 * What an engine says of itself, as it proved itself at start.
 *
 * @param name name, version and device, for example {@code ND4J 1.0.0-M2.1 (CPU, oneDNN)}; stands in reports
 * @param accelerated whether convolutions run on code made for the processor or device, not on a fallback many times slower
 * @param threadsPerOperation threads inside one operation, above 0
 * @param parallelImages runs that should go on at the same time, above 0
 * @param imagesPerRun images that one run should have at most, above 0: 1 on a processor, whose caches hold the maps of one image only
 * @param startMillis from first touch to a proven engine, ms
 * @param remarks sentences for the user, such as why a device is not used; mostly none
 */
public record EngineDescription(String name, boolean accelerated, int threadsPerOperation, int parallelImages, int imagesPerRun,
        long startMillis, List<String> remarks) {

    public EngineDescription {
        Objects.requireNonNull(name, "name");
        remarks = List.copyOf(remarks);
        if (threadsPerOperation < 1 || parallelImages < 1 || imagesPerRun < 1) {
            throw new IllegalArgumentException(name + " with " + threadsPerOperation + " threads and " + parallelImages + " images, "
                    + imagesPerRun + " in a run");
        }
    }
}
