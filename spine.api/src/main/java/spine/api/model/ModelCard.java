package spine.api.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model is, was trained on and can do. Shown by {@code ./spine models} and named in every report.
 *
 * @param id stable identity across versions, for example {@code spine.model.bmo}
 * @param version version of this model, an OSGi version
 * @param role what it segments: {@link ModelRole#ANATOMY} or {@link ModelRole#OEDEMA}
 * @param classes names of the output classes, index 0 is {@code background}
 * @param inputRecipe how pixels become network input, as key and value
 * @param operatingPoint probability from which a foreground pixel counts, in 0..1
 * @param imageOperatingPoint the same where an image is asked for inflammation as a whole, in 0..1: an image may be called sooner than
 *     its pixels are scored; above {@code operatingPoint} it has no effect
 * @param studyOperatingPoint probability that something in a study must reach for anything in it to count, in 0..1; up to {@code operatingPoint}
 *     it has no effect
 * @param trainingData what it was trained on, in words
 * @param metrics measured figures by name, in a fixed order
 * @param intendedUse what it is for and not for
 * @param weightsSha256 digest of the weights, 64 lower-case hexadecimal digits
 */
public record ModelCard(String id, String version, String role, List<String> classes, Map<String, String> inputRecipe,
        double operatingPoint, double imageOperatingPoint, double studyOperatingPoint, String trainingData, Map<String, Double> metrics,
        String intendedUse, String weightsSha256) {

    public ModelCard {
        if (!(isShare(operatingPoint) && isShare(imageOperatingPoint) && isShare(studyOperatingPoint))) {
            throw new IllegalArgumentException("the operating points of model " + id + " are " + operatingPoint + ", for images "
                    + imageOperatingPoint + " and for studies " + studyOperatingPoint + "; they must lie in 0..1");
        }
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(role, "role");
        classes = List.copyOf(classes);
        Objects.requireNonNull(trainingData, "trainingData");
        Objects.requireNonNull(intendedUse, "intendedUse");
        Objects.requireNonNull(weightsSha256, "weightsSha256");
        inputRecipe = ordered(inputRecipe);
        metrics = ordered(metrics);
    }

    /** The same card under another version. */
    public ModelCard withVersion(String other) {
        return new ModelCard(id, other, role, classes, inputRecipe, operatingPoint, imageOperatingPoint,
                studyOperatingPoint, trainingData, metrics, intendedUse, weightsSha256);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
    }
}
