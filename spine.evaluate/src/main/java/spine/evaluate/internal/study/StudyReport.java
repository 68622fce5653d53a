package spine.evaluate.internal.study;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;
import spine.api.report.ImageFinding;
import spine.api.score.ScoreInterval;

/**
 * The parts of a report or a truth that are compared.
 *
 * @param file where it was read from; its masks lie beside it
 * @param studyInstanceUid the study
 * @param provenance index and models with their versions
 * @param researchUse what the report may be used for, and what its models were trained on; may be empty
 * @param stacks its stacks
 * @param totals totals of the index by name
 * @param intervals where the totals lie according to the report, by name; empty if it does not say
 * @param units the units that are present
 * @param images findings by SOP instance UID
 * @param discs disc centres, patient LPS mm
 * @param vertebrae confidence of the name of each body, by name
 * @param nameConfidence probability that every name is right; NaN if the report does not say
 * @param namingWarnings warnings that names may be wrong or bodies were left out
 */
public record StudyReport(Path file, String studyInstanceUid, List<String> provenance, String researchUse, List<StackGeometry> stacks,
        Map<String, Double> totals, Map<String, ScoreInterval> intervals, Map<DiscLevel, UnitFinding> units,
        Map<String, ImageFinding> images, Map<DiscLevel, Vec3> discs, Map<String, Double> vertebrae,
        double nameConfidence, List<String> namingWarnings) {
    /** Beyond all scores; what is computed of greater ones has no room in a table. */
    private static final double MOST = 1e9;

    /** @throws IllegalArgumentException if a score is not in 0..1e9 or a probability not in 0..1 */
    public StudyReport {
        totals.values().forEach(StudyReport::score);
        units.values().forEach(unit -> score(unit.score()));
        units.values().forEach(unit -> share(unit.confidence()));
        images.values().forEach(image -> share(image.probability()));
        vertebrae.values().forEach(StudyReport::share);
        share(nameConfidence);
        provenance = List.copyOf(provenance);
        stacks = List.copyOf(stacks);
        totals = ordered(totals);
        intervals = ordered(intervals);
        units = ordered(units);
        images = ordered(images);
        discs = ordered(discs);
        vertebrae = ordered(vertebrae);
        namingWarnings = List.copyOf(namingWarnings);
    }

    /** Where the report and its masks lie. */
    public Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }

    /** A total, 0 if there is none of that name. */
    public double total(String name) {
        return totals.getOrDefault(name, 0.0);
    }

    private static void score(double score) {
        if (!(score >= 0 && score <= MOST)) {
            throw new IllegalArgumentException("a score of " + score);
        }
    }

    /** NaN where the report does not say. */
    private static void share(double probability) {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException("a probability of " + probability);
        }
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
