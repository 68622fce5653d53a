package spine.io.dimse.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import spine.common.text.DicomUid;
import spine.dicom.SopClass;
import spine.io.dimse.ArchivedObject;

/**
 * The contexts in which a node may send objects by C-GET: for each SOP class and each transfer syntax that can be read one of its own, so
 * that each object can come as it is; where that makes too many, one for each SOP class.
 */
public final class StorageContexts {
    private static final int MOST_CONTEXTS = 128;
    /** Those of the standard for still images (PS3.6 table A-1): what spine decodes, and HTJ2K, for which a bundle may add a decoder. */
    private static final List<String> SYNTAXES = Stream.of("1", "", "1.99", "2", "4.50", "4.51", "4.57", "4.70", "4.80", "4.81", "4.90",
            "4.91", "5", "4.201", "4.202", "4.203").map(end -> "1.2.840.10008.1.2" + (end.isEmpty() ? "" : "." + end)).toList();
    /** What a study of MR images and their results may have, for nodes that do not say. */
    private static final List<String> USUAL = List.of(SopClass.MR_IMAGE_STORAGE, SopClass.ENHANCED_MR_IMAGE_STORAGE,
            SopClass.LEGACY_CONVERTED_ENHANCED_MR_IMAGE_STORAGE, SopClass.SECONDARY_CAPTURE_STORAGE,
            SopClass.GRAYSCALE_PRESENTATION_STATE_STORAGE, SopClass.SEGMENTATION_STORAGE, SopClass.COMPREHENSIVE_3D_SR_STORAGE);

    private final List<String> syntaxes;

    /** One context. */
    public record Offer(String sopClass, List<String> transferSyntaxes) {
    }

    /** @param readable which transfer syntaxes can be read */
    public StorageContexts(Predicate<String> readable) {
        this.syntaxes = SYNTAXES.stream().filter(readable).toList();
    }

    /** @return for the SOP classes of the objects, but for those beyond the 127th: an association has no more contexts */
    public List<Offer> of(List<ArchivedObject> objects) {
        Set<String> sopClasses = new LinkedHashSet<>();
        objects.forEach(object -> sopClasses.addAll(DicomUid.isValid(object.sopClass()) ? List.of(object.sopClass()) : USUAL));
        boolean single = sopClasses.size() * syntaxes.size() >= MOST_CONTEXTS;
        List<Offer> contexts = new ArrayList<>();
        for (String sopClass : sopClasses) {
            for (List<String> offered : single ? List.of(syntaxes) : syntaxes.stream().map(List::of).toList()) {
                if (contexts.size() + 1 < MOST_CONTEXTS) {
                    contexts.add(new Offer(sopClass, offered));
                }
            }
        }
        return contexts;
    }
}
