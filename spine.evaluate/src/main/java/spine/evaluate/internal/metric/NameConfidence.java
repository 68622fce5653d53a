package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import spine.agreement.decision.CalibrationCurve;
import spine.agreement.decision.CalibrationError;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.partial.StructureOutcome;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** How well the confidence of names agrees with how often they are right. */
public final class NameConfidence {

    private NameConfidence() {
    }

    /** Units that a report names among those the truth shows. */
    public static List<CalibrationCurve.Case> of(StudyPair pair) {
        List<CalibrationCurve.Case> names = new ArrayList<>();
        for (Map.Entry<DiscLevel, UnitFinding> unit : pair.prediction().units().entrySet()) {
            if (pair.truth().units().containsKey(unit.getKey()) && Double.isFinite(unit.getValue().confidence())) {
                names.add(new CalibrationCurve.Case(unit.getValue().confidence(), pair.levels().named().contains(unit.getKey())));
            }
        }
        return names;
    }

    /** Outlined structures that were found. */
    public static List<CalibrationCurve.Case> of(PartialPair pair) {
        return pair.structures().stream().filter(structure -> Double.isFinite(structure.confidence()))
                .map(structure -> new CalibrationCurve.Case(structure.confidence(), structure.rightlyNamed())).toList();
    }

    /** The confidence that every name is right, of studies that have an outlined structure found; none of other studies. */
    private static List<CalibrationCurve.Case> study(PartialPair pair) {
        boolean said = Double.isFinite(pair.prediction().nameConfidence()) && pair.structures().stream().anyMatch(StructureOutcome::found);
        return said ? List.of(new CalibrationCurve.Case(pair.prediction().nameConfidence(), !pair.misnamed())) : List.of();
    }

    /** Of single names, and of all names of a study together. */
    static List<Metric> metrics(List<PartialPair> pairs) {
        List<Metric> metrics = new ArrayList<>(metrics("names", pairs.stream().map(NameConfidence::of).toList()));
        metrics.addAll(metrics("all names of a study", pairs.stream().map(NameConfidence::study).toList()));
        return metrics;
    }

    private static List<Metric> metrics(String what, List<List<CalibrationCurve.Case>> cases) {
        long names = cases.stream().mapToLong(List::size).sum();
        return List.of(
                Metric.ratio("mean confidence of " + what, ClusteredProportions.of(cases,
                        patient -> patient.stream().mapToDouble(CalibrationCurve.Case::confidence).sum(), List::size), names + " cases"),
                Metric.ratio("share right of " + what, ClusteredProportions.of(cases,
                        patient -> patient.stream().filter(CalibrationCurve.Case::right).count(), List::size), names + " cases"),
                error(what, cases));
    }

    /** @param cases by patient */
    static Metric error(String what, List<List<CalibrationCurve.Case>> cases) {
        return Metric.ratio("calibration error of " + what, MetricValue.redrawn(draws -> CalibrationError.of(cases, draws)),
                "expected, in bins of 0.1");
    }
}
