package spine.evaluate.internal.readerstudy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spine.agreement.decision.ConfusionMatrix;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.RaterPair;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;

/** Inflamed or not: whole patients and single units, at each patient's first time point. */
final class StatusTables {
    static final String SENSITIVITY = "sensitivity";
    static final String SPECIFICITY = "specificity";
    static final String KAPPA = "kappa";
    /** Score from which a patient counts as inflamed (ABILITY-1). */
    private static final double POSITIVE_FROM = 2;

    private final RatedStudies studies;
    private final List<Visit> visits;

    StatusTables(RatedStudies studies) {
        this.studies = studies;
        this.visits = studies.first();
    }

    RaterTable patients(Total total) {
        return new RaterTable("status-patients", "Patients inflamed or not",
                "A patient is inflamed from a score of 2 (" + total.label() + "). Sensitivity and specificity take the second for right.",
                rows(raters -> patients(raters, total)));
    }

    /** Empty if units are not known. */
    Optional<RaterTable> units() {
        return studies.hasUnits() ? Optional.of(new RaterTable("status-units", "Units inflamed or not",
                "A unit is inflamed if its score is above 0. Units that the second has in view; one that the first has not found counts"
                + " as not inflamed. Intervals by drawing patients.", rows(this::units))) : Optional.empty();
    }

    private List<MetricSection> rows(Function<RaterPair, List<Metric>> figures) {
        return studies.pairs().stream().filter(raters -> !raters.second().name().equals(RatedStudies.MEAN))
                .map(raters -> new MetricSection(raters.name(), figures.apply(raters))).toList();
    }

    private List<Metric> patients(RaterPair raters, Total total) {
        ConfusionMatrix counts = ConfusionMatrix.NONE;
        for (Visit visit : visits) {
            double one = raters.first().of(visit).total(total);
            double other = raters.second().of(visit).total(total);
            if (!Double.isNaN(one) && !Double.isNaN(other)) {
                counts = counts.with(other >= POSITIVE_FROM, one >= POSITIVE_FROM);
            }
        }
        ConfusionMatrix all = counts;
        return List.of(Metric.ratio(SENSITIVITY, all::sensitivity, all.truePositive() + " of " + all.positives() + " patients inflamed"),
                Metric.ratio(SPECIFICITY, all::specificity, all.trueNegative() + " of " + all.negatives() + " patients not inflamed"),
                Metric.ratio(KAPPA, all::kappa, all.total() + " patients"));
    }

    private List<Metric> units(RaterPair raters) {
        List<ConfusionMatrix> patients = visits.stream().map(visit -> {
            ConfusionMatrix counts = ConfusionMatrix.NONE;
            for (DiscLevel level : raters.second().of(visit).units().keySet()) {
                counts = counts.with(raters.second().of(visit).inflamed(level), raters.first().of(visit).inflamed(level));
            }
            return counts;
        }).toList();
        return List.of(ClusteredProportions.sensitivity(patients, "units inflamed"),
                ClusteredProportions.specificity(patients, "units not inflamed"),
                Metric.ratio(KAPPA, ClusteredProportions.kappa(patients).estimate(),
                        patients.stream().mapToLong(ConfusionMatrix::total).sum() + " units"));
    }
}
