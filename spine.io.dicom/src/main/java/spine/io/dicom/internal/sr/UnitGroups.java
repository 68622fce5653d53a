package spine.io.dicom.internal.sr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.report.ScoringResult;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.result.SpineCodes;
import spine.io.dicom.internal.seg.UnitSegmentation;
import spine.io.dicom.internal.uid.DerivedUid;

/** A measurement group for each discovertebral unit, with what every index says of it. */
final class UnitGroups {
    private final ScoringResult result;
    private final SourceImages images;
    private final UnitSegmentation segments;
    private final AlgorithmItems algorithms;

    UnitGroups(ScoringResult result, SourceImages images, UnitSegmentation segments) {
        this.result = result;
        this.images = images;
        this.segments = segments;
        this.algorithms = new AlgorithmItems(result.models());
    }

    List<ContentItem> all() {
        List<ContentItem> groups = new ArrayList<>();
        for (int i = 0; i < result.anatomy().units().size(); i++) {
            groups.add(group(result.anatomy().units().get(i), i));
        }
        return groups;
    }

    private ContentItem group(DiscovertebralUnit unit, int index) {
        String tracking = UnitSegmentation.tracking(unit.level());
        SliceStack stack = result.study().stacks().get(Math.max(0, unit.stack()));
        ContentItem group = GroupItem.of(tracking, segments.trackingUid(unit.level())
                .orElseGet(() -> new DerivedUid().with(result.study().studyInstanceUid()).with(tracking).uid()),
                SpineCodes.disc(unit.level()), segments.reference(unit.level()), images.seriesOf(stack, stack.slices().get(0)));
        for (Score score : result.scores()) {
            if (index < score.units().size()) {
                add(group, score, score.units().get(index), stack);
            }
        }
        if (unit.present()) {
            group.contains(ContentItem.number(SrCodes.LEVEL_CONFIDENCE, unit.confidence(), SrCodes.NO_UNITS));
        }
        return group;
    }

    private void add(ContentItem group, Score score, UnitScore unit, SliceStack stack) {
        double points = unit.unit().present() ? unit.score() : Double.NaN;
        group.contains(algorithms.number(score, SrCodes.unit(score.indexId()), points, SrCodes.NO_UNITS));
        for (Map.Entry<String, Double> measure : unit.measures().entrySet()) {
            group.contains(algorithms.number(score, SrCodes.measure(score.indexId(), measure.getKey()), measure.getValue(),
                    SrCodes.NO_UNITS));
        }
        double area = unit.slices().stream().mapToDouble(SliceFinding::areaMm2).sum();
        if (area > 0) {
            group.contains(algorithms.number(score, SrCodes.VOLUME, area * stack.sliceSpacing(), SrCodes.MM3)
                    .modifiedBy(ContentItem.code(SrCodes.FINDING_SITE, CodedConcept.BONE_MARROW)));
        }
        for (Slice slice : stack.slices()) {
            Optional<SliceFinding> finding = unit.slices().stream().filter(of -> of.sopInstanceUid().equals(slice.sopInstanceUid()))
                    .findFirst();
            boolean window = unit.window().contains(slice.sopInstanceUid());
            if (window || finding.isPresent()) {
                group.contains(slice(score, slice, finding, window));
            }
        }
    }

    private ContentItem slice(Score score, Slice slice, Optional<SliceFinding> finding, boolean window) {
        Set<CodedConcept> signs = new LinkedHashSet<>();
        for (Quadrant quadrant : Quadrant.values()) {
            finding.filter(of -> of.quadrants().contains(quadrant)).ifPresent(of -> signs.add(sign(quadrant)));
        }
        finding.filter(SliceFinding::deep).ifPresent(of -> signs.add(SrCodes.DEEP));
        finding.filter(SliceFinding::intense).ifPresent(of -> signs.add(SrCodes.INTENSE));
        if (window) {
            signs.add(SrCodes.WINDOW);
        }
        ContentItem item = algorithms.number(score, SrCodes.slice(score.indexId()), finding.map(of -> of.quadrants().size()).orElse(0),
                SrCodes.COUNTS);
        signs.forEach(sign -> item.modifiedBy(ContentItem.code(SrCodes.SIGN, sign)));
        item.inferredFrom(ContentItem.image(ImageReferences.to(slice)));
        finding.ifPresent(of -> {
            measured(item, SrCodes.DEPTH, of.depthMm(), SrCodes.MM);
            measured(item, SrCodes.AREA, of.areaMm2(), SrCodes.MM2);
            measured(item, SrCodes.INTENSITY, of.intensityRatio(), SrCodes.NO_UNITS);
        });
        return item;
    }

    /** What an index does not look for is left out. */
    private static void measured(ContentItem item, CodedConcept name, double value, CodedConcept unit) {
        if (Double.isFinite(value)) {
            item.inferredFrom(ContentItem.number(name, value, unit));
        }
    }

    /** The code of a quadrant of a unit. */
    static CodedConcept sign(Quadrant quadrant) {
        String words = quadrant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return SrCodes.spine(words, "Oedema in the " + words.replace('-', ' ') + " quadrant");
    }
}
