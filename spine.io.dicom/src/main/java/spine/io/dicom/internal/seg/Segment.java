package spine.io.dicom.internal.seg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.model.ModelRole;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.DisplayColour;
import spine.io.dicom.internal.result.SpineCodes;

/**
 * A structure that gets a segment of its own.
 *
 * @param value what marks its pixels in the map
 * @param label SegmentLabel
 * @param tracking TrackingID, by which reports call it
 * @param region where it lies, if the type does not say so
 */
record Segment(byte value, String label, String tracking, CodedConcept category, CodedConcept type, Optional<CodedConcept> region) {

    /** All vertebral bodies and discs, from head to foot. */
    static List<Segment> anatomy() {
        List<Segment> segments = new ArrayList<>();
        for (Vertebra level : Vertebra.values()) {
            segments.add(structure(StackAnatomy.bodyCode(level), level.name(), SpineCodes.vertebra(level)));
        }
        Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).sorted()
                .forEach(level -> segments.add(structure(StackAnatomy.discCode(level), level.label(), SpineCodes.disc(level))));
        return segments;
    }

    /** Bone-marrow oedema, for which SNOMED CT has no single code: edema, found in bone marrow. */
    static List<Segment> oedema() {
        return List.of(new Segment((byte) 1, ModelRole.LESION, ModelRole.LESION, CodedConcept.MORPHOLOGICALLY_ABNORMAL, CodedConcept.EDEMA,
                Optional.of(CodedConcept.BONE_MARROW)));
    }

    /**
     * Lesions of the bone marrow that are told apart by their labels alone, with the type that says no more than that.
     *
     * @param classes labels by value; the first one is the background
     */
    static List<Segment> lesions(List<String> classes) {
        List<Segment> segments = new ArrayList<>();
        for (int value = 1; value < classes.size(); value++) {
            segments.add(new Segment((byte) value, classes.get(value), classes.get(value), CodedConcept.MORPHOLOGICALLY_ABNORMAL,
                    CodedConcept.LESION, Optional.of(CodedConcept.BONE_MARROW)));
        }
        return segments;
    }

    /** Neighbours get different colours. */
    DisplayColour colour() {
        if (!category.means(CodedConcept.ANATOMICAL_STRUCTURE)) {
            return DisplayColour.RED;
        }
        if (!StackAnatomy.isBody(value)) {
            return DisplayColour.CYAN;
        }
        return value % 2 == 0 ? DisplayColour.IVORY : DisplayColour.TAN;
    }

    private static Segment structure(byte value, String label, CodedConcept type) {
        return new Segment(value, label, label, CodedConcept.ANATOMICAL_STRUCTURE, type, Optional.empty());
    }
}
