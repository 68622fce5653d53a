package spine.io.dicom.internal.seg;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.StackAnatomy;
import spine.api.model.ModelRole;
import spine.api.report.Correction;
import spine.api.report.ScoringResult;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.result.SpineCodes;

/**
 * One segmentation of a whole study, for a structured report to refer to: the disc of each unit in view, on the stack where the unit is
 * scored, and the {@code spine}, all named bodies and discs of all stacks.
 */
public final class UnitSegmentation {
    private static final int SERIES_NUMBER = 9100;
    private static final String KIND = "units";
    private static final Segment SPINE = new Segment((byte) 0, "spine", "spine", CodedConcept.ANATOMICAL_STRUCTURE, CodedConcept.SPINE,
            Optional.empty());

    private final DicomObject object;
    private final Map<DiscLevel, Integer> numbers;

    private UnitSegmentation(DicomObject object, Map<DiscLevel, Integer> numbers) {
        this.object = object;
        this.numbers = numbers;
    }

    /** Empty where no body and no disc was named: then there is nothing to refer to. */
    public static Optional<UnitSegmentation> of(ScoringResult result, SourceImages images) {
        UnitMasks masks = new UnitMasks(images.stacks().stream().map(images::grids).toList(),
                result.anatomy().stacks().stream().map(StackAnatomy::structures).toList());
        Map<DiscLevel, Integer> numbers = new LinkedHashMap<>();
        for (DiscovertebralUnit unit : result.anatomy().units()) {
            if (unit.present() && masks.add(disc(unit.level()), unit.stack())) {
                numbers.put(unit.level(), masks.segments());
            }
        }
        if (!masks.addAll(SPINE)) {
            return Optional.empty();
        }
        MaskProvenance provenance = new MaskProvenance(result.study().studyInstanceUid(), images, images.attributes(), KIND,
                result.models().stream().filter(card -> card.role().equals(ModelRole.ANATOMY)).findFirst(),
                result.correction().filter(Correction::ofAnatomy).isPresent(), MaskProvenance.replacedBy(result));
        return Optional.of(new UnitSegmentation(new SegmentationObject(provenance, masks.packed()).build(SERIES_NUMBER), numbers));
    }

    private static Segment disc(DiscLevel level) {
        return new Segment(StackAnatomy.discCode(level), level.label(), tracking(level), CodedConcept.ANATOMICAL_STRUCTURE,
                SpineCodes.disc(level), Optional.empty());
    }

    /** Whether an object is such a segmentation. */
    static boolean is(DicomObject object) {
        return object.text(ResultTag.ContentLabel).equals(KIND.toUpperCase(Locale.ROOT))
                && object.text(Tag.Manufacturer).equals(ResultSeries.MAKER);
    }

    /** How segments and reports call a unit: {@code DVU-01 C2/3} to {@code DVU-23 L5/S1}, without a number {@code DVU T12/13}. */
    public static String tracking(DiscLevel level) {
        return level.usual() ? String.format(Locale.ROOT, "DVU-%02d %s", level.index() + 1, level.label()) : "DVU " + level.label();
    }

    /** The whole object. */
    public DicomObject object() {
        return object;
    }

    /** The segment of the unit's disc; that of the spine for a unit that is absent or whose disc has no pixel of its own. */
    public DicomObject reference(DiscLevel level) {
        return numbers.containsKey(level) ? reference(numbers.get(level)) : spine();
    }

    /** The segment of the spine. */
    public DicomObject spine() {
        return reference(numbers.size() + 1);
    }

    private DicomObject reference(int segment) {
        return ImageReferences.instance(SopClass.SEGMENTATION_STORAGE, object.text(Tag.SOPInstanceUID))
                .unsignedShorts(ResultTag.ReferencedSegmentNumber, segment);
    }

    /** Tracking UID of the unit's segment; empty for a unit without one. */
    public Optional<String> trackingUid(DiscLevel level) {
        return Optional.ofNullable(numbers.get(level))
                .map(number -> object.items(ResultTag.SegmentSequence).get(number - 1).text(ResultTag.TrackingUID));
    }
}
