package spine.evaluate.internal.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.evaluate.internal.cohort.UnevaluatedStudy;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.study.StudyReport;

/**
 * What {@code evaluation.mustache} shows.
 *
 * @param css the style sheet
 * @param researchUse what the reports say of their use and of the training of their models, each sentence once
 * @param evaluated number of evaluated studies
 * @param truths number of studies with a truth
 * @param images number of images that the reports of the evaluated studies speak of
 * @param unevaluated studies that enter no metric
 * @param tiles the metrics that are asked for first
 * @param scores one section per total
 * @param detection empty if there is no full truth, and so are masks, levels and studies
 * @param subgroups empty if there are none
 * @param partial empty if there is no partial truth
 * @param counts what was evaluated
 * @param provenance what made the reports
 * @param draws bootstrap samples
 * @param seed of the bootstrap
 */
record EvaluationPage(String css, List<String> researchUse, int evaluated, int truths, int images, List<UnevaluatedStudy> unevaluated,
        List<Tile> tiles, List<ScoreSection> scores, Optional<DetectionSection> detection, Optional<MaskSection> masks,
        Optional<LevelSection> levels, Optional<SubgroupSection> subgroups, Optional<PartialSection> partial, MetricTable counts,
        Optional<StudySection> studies, List<ReportSource> provenance, int draws, long seed) {

    /**
     * What made reports.
     *
     * @param name an index or a model with its version
     * @param reports how many it took part in
     */
    record ReportSource(String name, int reports) {
    }

    /** @param folder where the page will lie */
    static EvaluationPage of(Evaluation evaluation, Path folder, String css) {
        List<ReportSource> provenance = new ArrayList<>();
        evaluation.provenance().forEach((name, reports) -> provenance.add(new ReportSource(name, reports)));
        boolean complete = !evaluation.cohort().pairs().isEmpty();
        return new EvaluationPage(css, researchUse(evaluation), evaluation.cohort().evaluated(), evaluation.cohort().truths(),
                evaluation.predictions().stream().mapToInt(report -> report.images().size()).sum(), evaluation.cohort().unevaluated(),
                Tile.all(evaluation),
                ScoreTotals.names(evaluation.cohort().pairs()).stream().map(total -> ScoreSection.of(evaluation, total)).toList(),
                complete ? Optional.of(DetectionSection.of(evaluation)) : Optional.empty(),
                complete ? Optional.of(MaskSection.of(evaluation)) : Optional.empty(),
                complete ? Optional.of(LevelSection.of(evaluation)) : Optional.empty(), SubgroupSection.of(evaluation),
                PartialSection.of(evaluation), MetricTable.of(evaluation, "Studies"),
                complete ? Optional.of(StudySection.of(evaluation, folder)) : Optional.empty(), provenance,
                MetricValue.PATIENTS.draws(), MetricValue.PATIENTS.seed());
    }

    private static List<String> researchUse(Evaluation evaluation) {
        List<String> statements = evaluation.predictions().stream().map(StudyReport::researchUse)
                .filter(statement -> !statement.isEmpty()).distinct().toList();
        return statements.isEmpty() ? List.of("The reports do not say what they may be used for.") : statements;
    }

    boolean incomplete() {
        return !unevaluated.isEmpty();
    }

    int missing() {
        return unevaluated.size();
    }
}
