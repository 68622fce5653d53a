package spine.report.internal.archive;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.Note;
import spine.api.image.Study;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;

/**
 * A {@link ScoringResult} without pixels and timing.
 *
 * @param schema {@link #SCHEMA}
 * @param corrected whether a person had corrected it
 */
record SavedResult(String schema, String studyInstanceUid, List<SavedStack> stacks, List<Note> notes, List<SavedModel> models,
        SavedAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images, List<LesionFinding> findings, List<Score> scores,
        List<ScoreIntervals> intervals, List<String> warnings, boolean corrected) {
    static final String SCHEMA = "spine-result/1";

    static SavedResult of(ScoringResult result) {
        return new SavedResult(SCHEMA, result.study().studyInstanceUid(),
                result.study().stacks().stream().parallel().map(SavedStack::of).toList(), result.study().notes(),
                IntStream.range(0, result.models().size())
                        .mapToObj(i -> SavedModel.of(result.models().get(i), result.engines().get(i))).toList(),
                SavedAnatomy.of(result.anatomy()), result.lesions(), result.images(), result.findings(), result.scores(),
                result.intervals(), result.warnings(), result.correction().isPresent());
    }

    /** @param study the same images */
    ScoringResult with(Study study) {
        return new ScoringResult(new Study(studyInstanceUid, study.stacks(), notes), models.stream().map(SavedModel::card).toList(),
                anatomy.anatomy(), lesions, images, findings, scores, intervals, warnings, Timing.NONE,
                models.stream().map(SavedModel::engine).toList());
    }
}
