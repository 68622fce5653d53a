package spine.evaluate.internal.page;

import java.util.List;
import java.util.Optional;
import spine.agreement.decision.CalibrationCurve;
import spine.agreement.Estimate;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.NameConfidence;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.plot.CalibrationPlot;

/**
 * Studies of which only a part is known.
 *
 * @param calibration empty if no named structure is outlined
 */
record PartialSection(Optional<PlotFigure> calibration, List<MetricTable> tables) {

    static Optional<PartialSection> of(Evaluation evaluation) {
        List<PartialPair> pairs = evaluation.cohort().partial();
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<CalibrationCurve.Case> names = pairs.stream().flatMap(pair -> NameConfidence.of(pair).stream()).toList();
        Optional<PlotFigure> calibration = names.isEmpty() ? Optional.empty() : Optional.of(new PlotFigure(
                CalibrationPlot.of("outlined-names", "Confidence of the names of outlined structures against their correctness",
                        "confidence of the name", "share of right names", CalibrationCurve.of(names, Estimate.CONFIDENCE)),
                "Confidence of the names of outlined structures against how often they are right, in bins of 0.1 with 95 % Wilson"
                        + " intervals; dashed: perfect calibration."));
        return Optional.of(new PartialSection(calibration, evaluation.partial().stream().map(MetricTable::of).toList()));
    }
}
