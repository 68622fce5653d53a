package spine.io.dicom.internal.seg;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.model.ModelRole;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SpineCodes;

/**
 * The class that a segment gives its pixels in training: by its coded type, as this bundle writes it, and without a known
 * code by its label, which then is the name of a level or of a class.
 */
final class SegmentMeaning {
    private static final Map<String, String> BY_CODE = new HashMap<>();
    private static final Map<String, String> BY_LABEL = new HashMap<>();

    static {
        for (Vertebra level : Vertebra.values()) {
            String body = switch (level) {
                case C2 -> ModelRole.C2;
                case S1 -> ModelRole.S1;
                default -> ModelRole.VERTEBRA;
            };
            add(SpineCodes.vertebra(level), level.name(), body);
        }
        Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream())
                .forEach(level -> add(SpineCodes.disc(level), level.label(), ModelRole.DISC));
        add(CodedConcept.EDEMA, ModelRole.LESION, ModelRole.LESION);
        // General concepts; this bundle writes the first two for numerical variants only.
        add(SpineCodes.ANY_VERTEBRA, ModelRole.VERTEBRA, ModelRole.VERTEBRA);
        add(SpineCodes.ANY_DISC, ModelRole.DISC, ModelRole.DISC);
        add(CodedConcept.sct("54735007", "Sacrum"), ModelRole.SACRUM, ModelRole.SACRUM);
        add(CodedConcept.sct("61853006", "Vertebral canal"), ModelRole.CANAL, ModelRole.CANAL);
    }

    private SegmentMeaning() {
    }

    private static void add(CodedConcept code, String label, String meaning) {
        BY_CODE.put(code.value(), meaning);
        BY_LABEL.put(label.toLowerCase(Locale.ROOT), meaning);
    }

    /** A class of {@link ModelRole}, empty for a structure that no model knows. */
    static Optional<String> of(DicomObject segment) {
        List<DicomObject> type = segment.items(ResultTag.SegmentedPropertyTypeCodeSequence);
        String code = type.isEmpty() || !type.get(0).text(ResultTag.CodingSchemeDesignator).equals("SCT") ? ""
                : type.get(0).text(ResultTag.CodeValue);
        String label = segment.text(ResultTag.SegmentLabel).toLowerCase(Locale.ROOT);
        return Stream.of(BY_CODE.get(code), BY_LABEL.get(label)).filter(meaning -> meaning != null).findFirst();
    }
}
