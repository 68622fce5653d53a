package spine.pipeline;

import java.util.List;
import java.util.Objects;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;

/**
 * What serves one study from start to end.
 *
 * @param anatomyModel of the role {@link spine.api.model.ModelRole#ANATOMY}
 * @param localiser not null
 * @param oedemaModel of the role {@link spine.api.model.ModelRole#OEDEMA}
 * @param indexes in the order of their scores, at least one
 * @param writers in the order in which they write, may be empty; the one whose format names the time that writing took comes last
 */
public record StudyProviders(SegmentationModel anatomyModel, AnatomyLocaliser localiser, SegmentationModel oedemaModel,
        List<ScoringIndex> indexes, List<ReportWriter> writers) {

    public StudyProviders {
        Objects.requireNonNull(anatomyModel, "anatomyModel");
        Objects.requireNonNull(localiser, "localiser");
        Objects.requireNonNull(oedemaModel, "oedemaModel");
        indexes = List.copyOf(indexes);
        writers = List.copyOf(writers);
    }
}
