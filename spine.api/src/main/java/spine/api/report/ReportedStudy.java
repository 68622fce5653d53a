package spine.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;

/**
 * What a report says of a study: the part of a {@link ScoringResult} that formats for other systems keep.
 *
 * @param studyInstanceUid the study
 * @param scores one per index, in the order of the report; none where the images show no spine
 * @param models sentences that name each model, its version and the digest of its weights
 * @param images verdicts on images
 * @param discs centres of the discs, patient LPS mm
 * @param nameConfidence probability that every level has the right name, 0..1; NaN if the report does not say
 * @param namingWarnings sentences that doubt the names of the levels or say that something was left out
 * @param comments all other sentences for the reader of the report
 * @param document the report as a DICOM object; empty if it is none
 */
public record ReportedStudy(String studyInstanceUid, List<ReportedScore> scores, List<String> models, List<ImageFinding> images,
        Map<DiscLevel, Vec3> discs, double nameConfidence, List<String> namingWarnings, List<String> comments,
        Optional<Predecessor.Document> document) {

    public ReportedStudy {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        scores = List.copyOf(scores);
        models = List.copyOf(models);
        images = List.copyOf(images);
        discs = Collections.unmodifiableMap(new LinkedHashMap<>(discs));
        namingWarnings = List.copyOf(namingWarnings);
        comments = List.copyOf(comments);
        Objects.requireNonNull(document, "document");
    }

    /** What a report says that is no DICOM object. */
    public ReportedStudy(String studyInstanceUid, List<ReportedScore> scores, List<String> models, List<ImageFinding> images,
            Map<DiscLevel, Vec3> discs, double nameConfidence, List<String> namingWarnings, List<String> comments) {
        this(studyInstanceUid, scores, models, images, discs, nameConfidence, namingWarnings, comments, Optional.empty());
    }
}
