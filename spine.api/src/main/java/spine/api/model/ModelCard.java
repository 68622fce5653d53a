package spine.api.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is, was trained on and can do. Shown by {@code ./spine models} and named in every report.
 *
 * @param id stable identity across versions, for example {@code spine.model.bmo}
 * @param version version of this model, an OSGi version
 * @param role what it segments: {@link ModelRole#ANATOMY} or {@link ModelRole#OEDEMA}
 * @param classes names of the output classes, index 0 is {@code background}
 * @param inputRecipe how pixels become network input, as key and value
 * @param operatingPoint probability from which a foreground pixel is taken for one, 0..1
 * @param findings what its answer says of findings, for {@link ModelRole#OEDEMA}; empty: see {@link FindingRule#ofPeak}
 * @param intervals how sure the totals are that follow from its findings; empty where that was not calibrated
 * @param change which change of its scores exceeds their error; empty where that was not measured
 * @param trainingData what it was trained on, in words
 * @param metrics measured figures by name, in a fixed order
 * @param intendedUse what it is for and not for
 * @param weightsSha256 digest of the weights, 64 lower-case hexadecimal digits
 */
public record ModelCard(String id, String version, String role, List<String> classes, Map<String, String> inputRecipe,
        double operatingPoint, Optional<FindingRule> findings, Optional<IntervalRule> intervals, Optional<ChangeRule> change,
        String trainingData, Map<String, Double> metrics, String intendedUse, String weightsSha256) {

    public ModelCard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(role, "role");
        classes = List.copyOf(classes);
        if (!(operatingPoint >= 0 && operatingPoint <= 1)) {
            throw new IllegalArgumentException("the operating point is " + operatingPoint + "; it must lie in 0..1");
        }
        Objects.requireNonNull(findings, "findings");
        Objects.requireNonNull(intervals, "intervals");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(trainingData, "trainingData");
        Objects.requireNonNull(intendedUse, "intendedUse");
        Objects.requireNonNull(weightsSha256, "weightsSha256");
        inputRecipe = ordered(inputRecipe);
        metrics = ordered(metrics);
    }

    /** A card without rules for findings, intervals and change. */
    public ModelCard(String id, String version, String role, List<String> classes, Map<String, String> inputRecipe, double operatingPoint,
            String trainingData, Map<String, Double> metrics, String intendedUse, String weightsSha256) {
        this(id, version, role, classes, inputRecipe, operatingPoint, Optional.empty(), Optional.empty(), Optional.empty(),
                trainingData, metrics, intendedUse, weightsSha256);
    }

    /** The same card under another version. */
    public ModelCard withVersion(String other) {
        return new ModelCard(id, other, role, classes, inputRecipe, operatingPoint, findings, intervals, change, trainingData,
                metrics, intendedUse, weightsSha256);
    }

    /** The same card with another rule for findings, and without intervals and change, which followed from the former. */
    public ModelCard withFindings(FindingRule other) {
        return new ModelCard(id, version, role, classes, inputRecipe, operatingPoint, Optional.of(other), Optional.empty(),
                Optional.empty(), trainingData, metrics, intendedUse, weightsSha256);
    }

    /** The same card with other intervals. */
    public ModelCard withIntervals(IntervalRule other) {
        return new ModelCard(id, version, role, classes, inputRecipe, operatingPoint, findings, Optional.of(other), change,
                trainingData, metrics, intendedUse, weightsSha256);
    }

    /** The same card with another rule for changes. */
    public ModelCard withChange(ChangeRule other) {
        return new ModelCard(id, version, role, classes, inputRecipe, operatingPoint, findings, intervals, Optional.of(other),
                trainingData, metrics, intendedUse, weightsSha256);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
    }
}
