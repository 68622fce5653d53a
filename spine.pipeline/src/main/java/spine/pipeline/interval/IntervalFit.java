package spine.pipeline.interval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import spine.api.model.IntervalRule;
import spine.common.stats.Quantiles;

/** Calibrates intervals on studies with truth that neither network nor rule for findings was trained on. */
public final class IntervalFit {
    /** Findings of at least this probability make the lower total. */
    public static final double STRICT = 0.9;
    /** Findings of at least this probability make the upper total. */
    public static final double LENIENT = 0.1;
    /** Share of the studies beyond either end of a range of traits. */
    private static final double TAIL = 0.005;

    private final String indexId;
    private final double coverage;

    /** @param coverage share of studies whose true total is to lie in the interval, above 0, below 1 */
    public IntervalFit(String indexId, double coverage) {
        this.indexId = indexId;
        this.coverage = coverage;
    }

    /**
     * @param anatomySha256 digest of the weights of the anatomy model that served
     * @param basis what the studies are, in words
     * @throws IllegalArgumentException if there are too few studies for the coverage
     */
    public IntervalRule of(List<CalibrationStudy> studies, String anatomySha256, String basis) {
        if (studies.isEmpty()) {
            throw new IllegalArgumentException("no study to calibrate intervals on");
        }
        Map<String, Double> margins = new LinkedHashMap<>();
        for (String total : studies.get(0).strict().keySet()) {
            double[] scores = studies.stream().mapToDouble(study -> ConformalBounds.nonconformity(study.strict().get(total),
                    study.lenient().get(total), study.truth().get(total))).toArray();
            margins.put(total, rounded(ConformalBounds.quantile(scores, coverage)));
        }
        Map<String, IntervalRule.Range> familiar = new LinkedHashMap<>();
        for (StudyTrait trait : StudyTrait.values()) {
            double[] values = studies.stream().mapToDouble(study -> study.traits().get(trait)).filter(Double::isFinite).sorted().toArray();
            familiar.put(trait.key(), new IntervalRule.Range(rounded(Quantiles.linear(values, TAIL)),
                    rounded(Quantiles.linear(values, 1 - TAIL))));
        }
        return new IntervalRule(indexId, coverage, STRICT, LENIENT, margins, familiar, anatomySha256, basis);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
