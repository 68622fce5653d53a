package spine.evaluate.internal.page;

import java.util.List;
import spine.agreement.decision.CalibrationCurve;
import spine.agreement.decision.RocCurve;
import spine.evaluate.internal.measure.MetricSection;
import spine.agreement.Estimate;
import spine.evaluate.internal.metric.ClassificationMetrics;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.plot.CalibrationPlot;
import spine.evaluate.internal.plot.RocPlot;
import spine.evaluate.internal.study.StudyPair;

/** Detection of inflammation by image, unit and patient. */
record DetectionSection(List<PlotFigure> plots, MetricTable images, List<MetricTable> tables) {
    private static final List<String> SECTIONS = List.of("Images by area of true oedema", "Units", "Units by region",
            "Depth and intensity points, by unit", "Depth and intensity points, by slice", "Mimics called oedema, share of their area",
            "Patients, inflamed from a score of 2");

    static DetectionSection of(Evaluation evaluation) {
        List<StudyPair> pairs = evaluation.cohort().pairs();
        MetricSection images = evaluation.section("Images");
        MetricSection units = evaluation.section("Units");
        String roc = RocPlot.of(List.of(curve("images", images, ClassificationMetrics.imageRoc(pairs)),
                curve("units", units, ClassificationMetrics.unitRoc(pairs))),
                "Areas under the curves: images " + area(images) + ", units " + area(units) + ".");
        String calibration = CalibrationPlot.of("probabilities", "Probability of inflammation against its frequency",
                "probability of the image", "share of inflamed images", CalibrationCurve.of(pairs.stream()
                        .flatMap(pair -> ClassificationMetrics.imageProbabilities(pair).stream()).toList(), Estimate.CONFIDENCE));
        return new DetectionSection(List.of(
                new PlotFigure(roc, "ROC curves of the reported probability of each image and of the reported score of each unit."
                        + " Dots: operating points of the reports."),
                new PlotFigure(calibration, "Reported probability of each image against the share of inflamed images, in bins of 0.1"
                        + " with 95 % Wilson intervals; dashed: perfect calibration.")),
                MetricTable.of(evaluation, "Images"), evaluation.sections().stream()
                        .filter(section -> SECTIONS.contains(section.title())).map(MetricTable::of).toList());
    }

    private static RocPlot.Curve curve(String name, MetricSection metrics, RocCurve roc) {
        return new RocPlot.Curve(name + ", AUC " + area(metrics), roc.curve(), 1 - metrics.metric("specificity").estimate().value(),
                metrics.metric("sensitivity").estimate().value());
    }

    private static String area(MetricSection metrics) {
        String interval = MetricNumbers.interval(metrics.metric("AUC").estimate(), 2);
        return MetricNumbers.fixed(metrics.metric("AUC").estimate().value(), 2) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }
}
