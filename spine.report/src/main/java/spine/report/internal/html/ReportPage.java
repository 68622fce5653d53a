package spine.report.internal.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import spine.api.report.ScoringResult;
import spine.common.page.PageAsset;
import spine.report.internal.CardStatements;
import spine.report.internal.ReportNotes;
import spine.report.internal.drawing.SliceImages;
import spine.report.internal.page.Confidence;
import spine.report.internal.page.FindingSection;
import spine.report.internal.page.Headline;
import spine.report.internal.page.LabelWords;
import spine.report.internal.page.ModelDescription;
import spine.report.internal.page.SettingsSection;
import spine.report.internal.page.StationRow;
import spine.report.internal.page.StepTimes;

/**
 * What {@code report.mustache} shows of one study.
 *
 * @param style the style sheet
 * @param script what lets a reader choose, sort and turn pages
 * @param study StudyInstanceUID
 * @param label pseudonym and date of the study as far as asked for, a sentence part each; may be empty
 * @param statements of the cards of the models
 * @param headlines one per index
 * @param confidence sentences on how far the result can be relied on, may be empty
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
 * @param pixels the images that the drawings show
 */
record ReportPage(PageAsset style, PageAsset script, String study, List<String> label, CardStatements statements, List<Headline> headlines,
        List<String> confidence, List<String> warnings, List<String> notes, Overview overview, List<IndexSection> indices,
        FindingSection findings, ImageSection images, List<StationRow> stations, List<String> choices, Optional<SettingsSection> settings,
        List<ModelDescription> models, Optional<StepTimes> times, boolean corrected, String pixels) {

    static ReportPage of(ScoringResult result, PageAsset style, PageAsset script) {
        SliceImages images = new SliceImages(result);
        Overview overview = Overview.of(result, images);
        List<IndexSection> indices = IntStream.range(0, result.scores().size()).mapToObj(i -> IndexSection.of(result, i, images)).toList();
        return new ReportPage(style, script, result.study().studyInstanceUid(), LabelWords.of(result.study().label()),
                CardStatements.of(result.models()), Headline.of(result), Confidence.of(result), result.everyWarning(),
                Stream.concat(ReportNotes.predecessor(result).stream(), result.anatomy().notes().stream()).toList(), overview, indices,
                FindingSection.of(result), ImageSection.of(result), StationRow.of(result.study()), ReportNotes.of(result.study()),
                SettingsSection.of(result.settings()), ModelDescription.of(result),
                result.timing().totalMs() == 0 ? Optional.empty() : Optional.of(StepTimes.of(result.timing())),
                ReportNotes.corrected(result), images.markup());
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
