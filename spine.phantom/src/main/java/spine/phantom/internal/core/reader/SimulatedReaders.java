package spine.phantom.internal.core.reader;

import java.util.List;
import java.util.stream.IntStream;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.truth.Thresholds;

/**
 * Three readers and their two sittings. Their habits were set so that they agree with one another as well as readers of SPARCC are reported
 * to (ICC 0.75 to 0.85 for six units), by studies of their own (seeds 970100 to 970199 of the profile {@code shift}: median of the pairs
 * 0.82), without a look at what any model scores; they were not changed since.
 */
public final class SimulatedReaders {
    /** How often each reader reads a study. */
    public static final int SITTINGS = 2;

    private static final List<SimulatedReader> READERS = List.of(
            new SimulatedReader(new ReaderTraits("A", 0.30, 1.4, -1.3, 0.48, new Thresholds(4, 9, 0.75), 0.10, 0.03, 0.05)),
            new SimulatedReader(new ReaderTraits("B", 0.36, 1.4, -1.6, 0.58, new Thresholds(6, 10, 0.8), 0.15, 0.03, 0.10)),
            new SimulatedReader(new ReaderTraits("C", 0.42, 1.4, -1.9, 0.66, new Thresholds(8, 11, 0.85), 0.15, 0.05, -0.05)));

    private SimulatedReaders() {
    }

    /**
     * What they score, by reader and sitting.
     *
     * @param rendered the STIR stacks of the study, head to foot
     * @param keys of their patches
     */
    public static List<Reading> readings(SyntheticStudy study, List<Scan> rendered, PatchKeys keys) {
        return READERS.stream().flatMap(reader -> IntStream.rangeClosed(1, SITTINGS)
                .mapToObj(sitting -> reader.read(study, rendered, keys, sitting))).toList();
    }
}
