package spine.report.internal.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Note;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;

/**
 * A {@link ScoringResult} without pixels and timing.
 *
 * @param schema {@link #SCHEMA}
 * @param pseudonym null if the result has none
 * @param studyDate null if the result tells none
 * @param corrected whether a person had corrected it
 */
record SavedResult(String schema, String studyInstanceUid, String pseudonym, String studyDate, List<SavedStack> stacks, List<Note> notes,
        List<SavedModel> models, SavedAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images, List<LesionFinding> findings,
        List<Score> scores, List<ScoreIntervals> intervals, List<String> warnings, boolean corrected) {
    static final String SCHEMA = "spine-result/1";

    SavedResult {
        Stream.of(studyInstanceUid, stacks, notes, models, anatomy, lesions, images, findings, scores, intervals, warnings)
                .forEach(Objects::requireNonNull);
    }

    static SavedResult of(ScoringResult result) {
        StudyLabel label = result.study().label();
        return new SavedResult(SCHEMA, result.study().studyInstanceUid(), label.pseudonym().orElse(null), label.date().orElse(null),
                result.study().stacks().stream().parallel().map(SavedStack::of).toList(), result.study().notes(),
                IntStream.range(0, result.models().size())
                        .mapToObj(i -> SavedModel.of(result.models().get(i), result.engines().get(i))).toList(),
                SavedAnatomy.of(result.anatomy()), result.lesions(), result.images(), result.findings(), result.scores(),
                result.intervals(), result.warnings(), result.correction().isPresent());
    }

    ResultArchive.Contents contents() {
        return new ResultArchive.Contents(studyInstanceUid, stacks.stream().map(SavedStack::seriesInstanceUid).collect(Collectors.toSet()),
                scores.stream().map(Score::indexId).toList());
    }

    StudyLabel label() {
        return new StudyLabel(Optional.ofNullable(pseudonym), Optional.ofNullable(studyDate));
    }

    /** Whether these are the images that were scored. */
    boolean isOf(Study study) {
        return stacks.equals(study.stacks().stream().parallel().map(SavedStack::of).toList());
    }

    /**
     * @param study the same images
     * @throws IllegalArgumentException if the masks are not those of these images, or a record is none
     */
    ScoringResult with(Study study) {
        requireMasks(study.stacks());
        return new ScoringResult(new Study(studyInstanceUid, study.stacks(), notes).labelled(label()),
                models.stream().map(SavedModel::card).toList(), anatomy.anatomy(), lesions, images, findings, scores, intervals, warnings,
                Timing.NONE, models.stream().map(SavedModel::engine).toList());
    }

    private void requireMasks(List<SliceStack> images) {
        boolean all = lesions.size() == images.size() && anatomy.stacks().size() == images.size();
        for (int i = 0; all && i < images.size(); i++) {
            StackAnatomy found = anatomy.stacks().get(i);
            all = fits(lesions.get(i).lesion(), images.get(i)) && fits(found.structures(), images.get(i))
                    && fits(found.canal(), images.get(i));
        }
        if (!all) {
            throw new IllegalArgumentException("masks of other sizes than the images");
        }
    }

    private static boolean fits(byte[][] masks, SliceStack stack) {
        return masks.length == stack.slices().size()
                && Arrays.stream(masks).allMatch(mask -> mask.length == stack.rows() * stack.columns());
    }
}
