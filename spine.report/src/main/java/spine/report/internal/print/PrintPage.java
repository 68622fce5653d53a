package spine.report.internal.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spine.api.report.ScoringResult;
import spine.report.internal.CardStatements;
import spine.report.internal.InflammationRule;
import spine.report.internal.ReportNotes;
import spine.report.internal.StackOedema;
import spine.report.internal.drawing.OverviewFigure;
import spine.report.internal.drawing.ScoreColour;
import spine.report.internal.page.Confidence;
import spine.report.internal.page.FindingSection;
import spine.report.internal.page.Headline;
import spine.report.internal.page.LabelWords;
import spine.report.internal.page.ModelDescription;
import spine.report.internal.page.SettingsSection;
import spine.report.internal.page.StationRow;
import spine.report.internal.picture.Pictures;

/**
 * What {@code print.mustache} shows of one study: the same as the page, without what only a screen can do, and without
 * the time that it took, so that the same result is the same document.
 *
 * @param study StudyInstanceUID
 * @param label pseudonym and date of the study as far as asked for, a sentence part each; may be empty
 * @param statements of the cards of the models
 * @param corrected whether a person changed what the models gave
 * @param headlines one per index
 * @param confidence sentences on how far the result can be relied on, may be empty
 * @param warnings sentences, may be empty
 * @param notes sentences that ask for nothing, may be empty
 * @param stations one picture per station
 * @param colours the scores of the colours of units, from the palest to the darkest
 * @param indices units by index
 * @param findings candidate lesions
 * @param rule when an image counts as inflamed; empty for a reading
 * @param oedema what came of looking for oedema, a sentence for each station
 * @param images one per station
 * @param acquisition how the images were acquired
 * @param models the models that took part; none for a reading
 * @param settings what the platform was set to; empty where nobody knows
 */
record PrintPage(String study, List<String> label, CardStatements statements, boolean corrected, List<Headline> headlines,
        List<String> confidence, List<String> warnings, List<String> notes, List<PrintedPicture> stations, List<String> colours,
        List<PrintedIndex> indices,
        FindingSection findings, Optional<String> rule, List<String> oedema, List<PrintedImages> images, List<StationRow> acquisition,
        List<ModelDescription> models, Optional<SettingsSection> settings) {
    /** Between the margins of A4. */
    private static final double WIDTH_MM = 184;
    /** Two stations side by side fill a page. */
    private static final double WIDEST_MM = 90;

    static PrintPage of(ScoringResult result) {
        Pictures pictures = new Pictures(result);
        int stacks = result.study().stacks().size();
        double width = Math.min(WIDEST_MM, WIDTH_MM / stacks - 2);
        List<PrintedPicture> stations = IntStream.range(0, stacks).parallel().mapToObj(stack -> PrintedPicture.of(
                pictures.station(result.scores().get(0), stack), width,
                new OverviewFigure(result, result.scores().get(0), stack).alternative())).toList();
        return new PrintPage(result.study().studyInstanceUid(), LabelWords.of(result.study().label()), CardStatements.of(result.models()),
                ReportNotes.corrected(result), Headline.of(result), Confidence.of(result),
                result.everyWarning(), ReportNotes.of(result), stations,
                ScoreColour.legend(ScoreColour.highest(result, result.scores().get(0))).stream().skip(1).map(ScoreColour.Step::words)
                        .toList(),
                result.scores().stream().map(score -> PrintedIndex.of(result, score, pictures)).toList(), FindingSection.of(result),
                InflammationRule.of(result).map(InflammationRule::sentence), StackOedema.of(result).stream().map(StackOedema::sentence)
                        .toList(), PrintedImages.of(result), StationRow.of(result.study()), ModelDescription.of(result),
                SettingsSection.of(result.settings()));
    }

    boolean warned() {
        return !warnings.isEmpty();
    }

    boolean predicted() {
        return !models.isEmpty();
    }
}
