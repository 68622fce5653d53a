package spine.io.dicom.internal.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.seg.UnitSegmentation;
import spine.io.dicom.internal.uid.DerivedUid;

/** Measurement groups of the whole spine: the totals of each index, and what each image shows. */
final class SpineGroups {
    /** What the tracking identifier of the images' group is. */
    private static final String IMAGES = "Inflammation by image";

    private final ScoringResult result;
    private final SourceImages images;
    private final UnitSegmentation segments;
    private final AlgorithmItems algorithms;

    SpineGroups(ScoringResult result, SourceImages images, UnitSegmentation segments) {
        this.result = result;
        this.images = images;
        this.segments = segments;
        this.algorithms = new AlgorithmItems(result.models());
    }

    List<ContentItem> all() {
        List<ContentItem> groups = new ArrayList<>();
        result.scores().forEach(score -> groups.add(totals(score)));
        groups.add(images());
        return groups;
    }

    private ContentItem group(String tracking) {
        SliceStack first = result.study().stacks().get(0);
        return GroupItem.of(tracking, new DerivedUid().with(result.study().studyInstanceUid()).with(tracking).uid(), CodedConcept.SPINE,
                segments.spine(), images.seriesOf(first, first.slices().get(0)));
    }

    private ContentItem totals(Score score) {
        String index = score.indexId();
        ContentItem group = group((index.equals("sparcc") ? "SPARCC spine" : index) + " total (" + score.unitsInView() + " DVU)");
        for (Map.Entry<String, Double> total : score.totals().entrySet()) {
            add(group, score, SrCodes.total(index, total.getKey()), total.getValue());
            Optional<ScoreInterval> interval = result.intervals(score).map(of -> of.totals().get(total.getKey()));
            interval.ifPresent(of -> {
                add(group, score, SrCodes.end(index, total.getKey(), false), of.lower());
                add(group, score, SrCodes.end(index, total.getKey(), true), of.upper());
            });
        }
        return group.contains(ContentItem.number(SrCodes.UNITS_IN_VIEW, score.unitsInView(), SrCodes.COUNTS));
    }

    private void add(ContentItem group, Score score, CodedConcept name, double value) {
        group.contains(algorithms.number(score, name, value, SrCodes.NO_UNITS));
    }

    private ContentItem images() {
        ContentItem group = group(IMAGES)
                .contains(ContentItem.number(SrCodes.NAME_CONFIDENCE, result.anatomy().nameConfidence(), SrCodes.NO_UNITS));
        Map<String, ImageFinding> findings = result.images().stream().collect(Collectors.toMap(ImageFinding::sopInstanceUid, of -> of));
        for (SliceStack stack : result.study().stacks()) {
            for (Slice slice : stack.slices()) {
                Optional.ofNullable(findings.get(slice.sopInstanceUid())).ifPresent(of -> group.contains(
                        ContentItem.number(SrCodes.IMAGE_PROBABILITY, of.probability(), SrCodes.NO_UNITS)
                                .modifiedBy(ContentItem.code(SrCodes.INFLAMMATION, of.inflamed() ? SrCodes.PRESENT : SrCodes.ABSENT))
                                .inferredFrom(ContentItem.image(ImageReferences.to(slice)))));
            }
        }
        return group;
    }
}
