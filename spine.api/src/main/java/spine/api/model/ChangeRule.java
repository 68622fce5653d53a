package spine.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * By how much the scores of two studies of one patient must differ for the difference to exceed the error of measurement with 95 %
 * confidence: the smallest detectable change, measured on pairs of studies between which nothing but the position, the noise and the coil
 * had changed. It is 1.96 SD of their differences (de Vet et al., J Clin Epidemiol 2006;59:1033-9) or, where that is larger, the limit that
 * split conformal prediction gives for new pairs, which does not assume that differences are normal. Fitted by {@code ./spine calibrate
 * --change} and kept in the card of the oedema model, to whose weights it belongs.
 *
 * @param indexId index whose scores are meant
 * @param totals smallest detectable change by name of the total, in points, finite and at least 0; at least one
 * @param unit that of the score of a single unit, in points, finite and at least 0
 * @param pairs how many pairs of studies it was measured on, at least 2
 * @param anatomySha256 digest of the weights of the anatomy model that served
 * @param basis what it was measured on, in words
 * @param settings the settings of the index that differed from their defaults, value by {@code PID.KEY}; with others it does not hold
 */
public record ChangeRule(String indexId, Map<String, Double> totals, double unit, int pairs, String anatomySha256, String basis,
        Map<String, String> settings) {

    /** @throws IllegalArgumentException if a number lies outside its range or there is no total */
    public ChangeRule {
        Objects.requireNonNull(indexId, "indexId");
        Objects.requireNonNull(anatomySha256, "anatomySha256");
        Objects.requireNonNull(basis, "basis");
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        settings = Map.copyOf(settings);
        if (totals.isEmpty() || totals.values().stream().anyMatch(points -> !points(points)) || !points(unit) || pairs < 2) {
            throw new IllegalArgumentException("the rule for changes has the points " + totals + ", " + unit + " for a unit, from " + pairs
                    + " pairs");
        }
    }

    /** The same, measured with other settings. @param changed of any bundles; those of the index are kept */
    public ChangeRule withSettings(Map<String, String> changed) {
        return new ChangeRule(indexId, totals, unit, pairs, anatomySha256, basis, IndexSettings.of(indexId, changed));
    }

    /**
     * Whether it holds for results of these.
     *
     * @param anatomy card of the anatomy model that served
     * @param changed the settings in effect that differ from their defaults, of any bundles
     */
    public boolean holdsFor(ModelCard anatomy, Map<String, String> changed) {
        return anatomySha256.equals(anatomy.weightsSha256()) && IndexSettings.of(indexId, changed).equals(settings);
    }

    private static boolean points(double value) {
        return Double.isFinite(value) && value >= 0;
    }
}
