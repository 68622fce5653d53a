package spine.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * From findings and their probabilities to intervals for the totals of an index, by split conformal prediction (Romano et al., NeurIPS
 * 2019: conformalised quantile regression). The total of the strict findings and that of the lenient ones are the raw interval; it is
 * widened by {@code margin * (1 + sqrt(lenient total))}. Fitted by {@code ./spine calibrate} and kept in the card of the oedema model, to
 * whose weights it belongs.
 *
 * @param indexId index whose totals are meant
 * @param coverage share of studies whose true total lies in the interval, above 0, below 1
 * @param strict findings of at least this probability make the lower total, 0..1
 * @param lenient findings of at least this probability make the upper total, 0..1, at most {@code strict}
 * @param margins by name of the total; negative where the raw interval is wider than it must be; at least one
 * @param familiar what was measured of the calibrated studies, by the name of the pipeline's {@code StudyTrait}: a study outside of one of
 *     these ranges gets no interval
 * @param anatomySha256 digest of the weights of the anatomy model that served the calibration
 * @param basis what it was calibrated on, in words
 * @param settings the settings of the index that differed from their defaults when it was calibrated, value by {@code PID.KEY}; with others
 *     a study gets no interval
 */
public record IntervalRule(String indexId, double coverage, double strict, double lenient, Map<String, Double> margins,
        Map<String, Range> familiar, String anatomySha256, String basis, Map<String, String> settings) {

    /**
     * From the least to the highest value.
     *
     * @param low finite
     * @param high finite, at least {@code low}
     */
    public record Range(double low, double high) {

        public Range {
            if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
                throw new IllegalArgumentException("a range from " + low + " to " + high);
            }
        }

        /** Whether the value lies in it, its ends included; false for NaN. */
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }

    /** @throws IllegalArgumentException if a number lies outside its range or there is no margin */
    public IntervalRule {
        Objects.requireNonNull(indexId, "indexId");
        Objects.requireNonNull(anatomySha256, "anatomySha256");
        Objects.requireNonNull(basis, "basis");
        margins = Collections.unmodifiableMap(new LinkedHashMap<>(margins));
        familiar = Collections.unmodifiableMap(new LinkedHashMap<>(familiar));
        settings = Map.copyOf(settings);
        if (!(coverage > 0 && coverage < 1 && lenient >= 0 && lenient <= strict && strict <= 1) || margins.isEmpty()
                || margins.values().stream().anyMatch(margin -> !Double.isFinite(margin))) {
            throw new IllegalArgumentException("the rule for intervals has the coverage " + coverage + ", the points " + lenient + " and "
                    + strict
                    + " and the margins " + margins);
        }
    }

    /** A rule that was calibrated with the default settings of the index. */
    public IntervalRule(String indexId, double coverage, double strict, double lenient, Map<String, Double> margins,
            Map<String, Range> familiar, String anatomySha256, String basis) {
        this(indexId, coverage, strict, lenient, margins, familiar, anatomySha256, basis, Map.of());
    }

    /** The same, calibrated with other settings. @param changed of any bundles; those of the index are kept */
    public IntervalRule withSettings(Map<String, String> changed) {
        return new IntervalRule(indexId, coverage, strict, lenient, margins, familiar, anatomySha256, basis, ofIndex(changed));
    }

    /** Those of {@code PID.KEY} that belong to the index, whose PID ends with its identity. */
    public Map<String, String> ofIndex(Map<String, String> all) {
        return IndexSettings.of(indexId, all);
    }
}
