package spine.report.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.image.StudyLabel;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.report.internal.CardStatements;
import spine.report.internal.ReportNotes;
import spine.report.internal.page.FindingSection;
import spine.report.internal.page.Headline;
import spine.report.internal.page.ModelDescription;
import spine.report.internal.page.SettingsSection;
import spine.report.internal.page.StationRow;
import spine.report.internal.page.StepTimes;

/**
 * What {@code report.mustache} shows of one study.
 *
 * @param css the style sheet
 * @param study StudyInstanceUID
 * @param label pseudonym and date of the study as far as asked for, a sentence part each; may be empty
 * @param statements of the cards of the models
 * @param headlines one per index
 * @param warnings sentences, may be empty
 * @param notes sentences that ask for nothing, may be empty
 * @param overview all stations at a glance
 * @param indices units by index
 * @param findings candidate lesions
 * @param images probability and verdict of every image
 * @param stations how the images were acquired
 * @param choices sentences on how the images were chosen, may be empty
 * @param settings what the platform was set to; empty where nobody knows
 * @param models the models that took part; none for a reading
 * @param times seconds by step; empty where nothing was measured
 * @param corrected whether a person changed what the models gave
 */
record ReportPage(String css, String study, List<String> label, CardStatements statements, List<Headline> headlines, List<String> warnings,
        List<String> notes, Overview overview,
        List<IndexSection> indices, FindingSection findings, ImageSection images, List<StationRow> stations, List<String> choices,
        Optional<SettingsSection> settings, List<ModelDescription> models, Optional<StepTimes> times, boolean corrected) {

    static ReportPage of(ScoringResult result, String css) {
        long inflamed = result.images().stream().filter(ImageFinding::inflamed).count();
        List<IndexSection> indices = new ArrayList<>();
        for (Score score : result.scores()) {
            indices.add(IndexSection.of(result, score));
        }
        List<StationRow> stations = new ArrayList<>();
        result.study().stacks().forEach(stack -> stations.add(StationRow.of(stations.size() + 1, stack)));
        return new ReportPage(css, result.study().studyInstanceUid(), label(result.study().label()), CardStatements.of(result.models()),
                result.scores().stream().map(score -> headline(result, score, inflamed)).toList(),
                result.everyWarning(), Stream.concat(ReportNotes.predecessor(result).stream(), result.anatomy().notes().stream()).toList(),
                Overview.of(result), indices, FindingSection.of(result),
                ImageSection.of(result, inflamed), stations, ReportNotes.of(result.study()), SettingsSection.of(result.settings()),
                result.models().stream().map(ModelDescription::of).toList(),
                result.timing().totalMs() == 0 ? Optional.empty() : Optional.of(StepTimes.of(result.timing())),
                result.correction().filter(correction -> !correction.none()).isPresent());
    }

    private static Headline headline(ScoringResult result, Score score, long inflamed) {
        return Headline.of(score, result.intervals(score), result.anatomy().variant().units().size(), inflamed, result.images().size());
    }

    private static List<String> label(StudyLabel label) {
        return Stream.concat(label.pseudonym().map(pseudonym -> "patient " + pseudonym).stream(),
                label.date().map(date -> date.isEmpty() ? "date unknown" : date).stream()).toList();
    }

    /** Whether there is anything to say on how the images were chosen. */
    boolean chosen() {
        return !choices.isEmpty();
    }

    boolean warned() {
        return !warnings.isEmpty();
    }

    boolean predicted() {
        return !models.isEmpty();
    }
}
