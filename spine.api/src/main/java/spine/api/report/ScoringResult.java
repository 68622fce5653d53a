package spine.api.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Study;
import spine.api.model.ModelCard;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;

/**
 * All that is known of one study after scoring; the truth of a synthetic study has the same shape.
 *
 * @param study the images
 * @param models cards of the models that served it, anatomy first; empty for a truth
 * @param anatomy the labelled spine
 * @param lesions oedema, one per stack in the same order
 * @param images one per image of the study, stack by stack
 * @param findings candidate lesions, whether they count or not, in the order of their ids; empty for a truth, whose lesions are given as
 *     {@code lesions} alone
 * @param scores one per index asked for that gave a score, at least one; all {@link Score#unscored} where the anatomy is no spine
 * @param intervals how sure the totals are, at most one for each score; none for a truth
 * @param warnings sentences for the reader of the report
 * @param timing how long it took
 * @param engines what computed the answer of each model, in the order of {@code models}: name, version and device, empty where a model
 *     does not say; no element for a truth
 * @param settings what the scoring was set to
 * @param failures one sentence for each index that was asked for and gave no usable score, which names it and the reason; normally none
 * @param correction what a person changed before this was scored; empty for what the models gave, and for a truth
 * @param predecessor the result in whose place this one comes; empty if there is none
 */
public record ScoringResult(Study study, List<ModelCard> models, SpineAnatomy anatomy, List<LesionMap> lesions,
        List<ImageFinding> images, List<LesionFinding> findings, List<Score> scores, List<ScoreIntervals> intervals, List<String> warnings,
        Timing timing, List<String> engines, UsedSettings settings, List<String> failures, Optional<Correction> correction,
        Optional<Predecessor> predecessor) {

    public ScoringResult {
        Objects.requireNonNull(study, "study");
        models = List.copyOf(models);
        Objects.requireNonNull(anatomy, "anatomy");
        lesions = List.copyOf(lesions);
        images = List.copyOf(images);
        findings = List.copyOf(findings);
        scores = List.copyOf(scores);
        intervals = List.copyOf(intervals);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(timing, "timing");
        engines = List.copyOf(engines);
        Objects.requireNonNull(settings, "settings");
        failures = List.copyOf(failures);
        if (engines.size() != models.size()) {
            throw new IllegalArgumentException(engines.size() + " engines for " + models.size() + " models");
        }
        Objects.requireNonNull(correction, "correction");
        Objects.requireNonNull(predecessor, "predecessor");
    }

    /** A result that comes in no other's place. */
    public ScoringResult(Study study, List<ModelCard> models, SpineAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images,
            List<LesionFinding> findings, List<Score> scores, List<ScoreIntervals> intervals, List<String> warnings, Timing timing,
            List<String> engines, UsedSettings settings, List<String> failures, Optional<Correction> correction) {
        this(study, models, anatomy, lesions, images, findings, scores, intervals, warnings, timing, engines, settings, failures,
                correction, Optional.empty());
    }

    /** A result of settings that nobody knows, of indices none of which failed, that nobody corrected. */
    public ScoringResult(Study study, List<ModelCard> models, SpineAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images,
            List<LesionFinding> findings, List<Score> scores, List<ScoreIntervals> intervals, List<String> warnings, Timing timing,
            List<String> engines) {
        this(study, models, anatomy, lesions, images, findings, scores, intervals, warnings, timing, engines, UsedSettings.UNKNOWN,
                List.of(), Optional.empty());
    }

    /** A result whose models do not say what computed their answers. */
    public ScoringResult(Study study, List<ModelCard> models, SpineAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images,
            List<LesionFinding> findings, List<Score> scores, List<ScoreIntervals> intervals, List<String> warnings, Timing timing) {
        this(study, models, anatomy, lesions, images, findings, scores, intervals, warnings, timing, models.stream().map(model -> "")
                .toList());
    }

    /** A result whose lesions are not told one by one, such as a truth. */
    public ScoringResult(Study study, List<ModelCard> models, SpineAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images,
            List<Score> scores, List<String> warnings, Timing timing) {
        this(study, models, anatomy, lesions, images, List.of(), scores, List.of(), warnings, timing);
    }

    /** The same in the place of another. */
    public ScoringResult replacing(Optional<Predecessor> other) {
        return new ScoringResult(study, models, anatomy, lesions, images, findings, scores, intervals, warnings, timing, engines, settings,
                failures, correction, other);
    }

    /** Every sentence that the reader of a report should see, each once: failures, then of study, scoring, anatomy, indices. */
    public List<String> everyWarning() {
        return Stream.of(failures, study.warnings(), warnings, anatomy.warnings(),
                scores.stream().flatMap(score -> score.warnings().stream()).toList())
                .flatMap(List::stream).distinct().toList();
    }

    /**
     * Whether oedema was looked for on a stack: where it shows vertebral bodies. Only then does an empty lesion map mean that there is
     * none.
     *
     * @param stack its index in the study
     */
    public boolean soughtOedema(int stack) {
        return anatomy.stacks().get(stack).showsBodies();
    }

    /** The intervals of the totals of a score, or why there are none; empty where nothing was calibrated for its index. */
    public Optional<ScoreIntervals> intervals(Score score) {
        return intervals.stream().filter(of -> of.indexId().equals(score.indexId())).findFirst();
    }
}
