package spine.io.dicom.internal.header;

import java.util.List;
import java.util.Optional;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/**
 * The attributes of one frame, wherever the object has them: in a functional group of the frame, in one that all frames share, or in the
 * data set itself (PS3.3 C.7.6.16). Each standard attribute asked for here occurs in one kind of group only, so the group need not be
 * named; that also finds the unassigned attributes of converted objects (A.71) and those that Philips repeats in classic form.
 */
final class FrameAttributes {
    /** Philips: one item per frame with the attributes of a single image. */
    private static final int PHILIPS_CLASSIC = 0x2005140F;

    private static final int SHARED_GROUPS = 0x52009229;
    private static final int PER_FRAME_GROUPS = 0x52009230;

    private final DicomObject whole;
    private final List<DicomObject> groups;

    private FrameAttributes(DicomObject whole, List<DicomObject> groups) {
        this.whole = whole;
        this.groups = groups;
    }

    /** Of an object of one frame. */
    static FrameAttributes of(DicomObject whole) {
        return new FrameAttributes(whole, List.of());
    }

    /**
     * Of one frame of an object.
     *
     * @param frame from 1; 0, or a frame that the object does not describe, for the attributes of the whole
     */
    static FrameAttributes of(DicomObject whole, int frame) {
        List<DicomObject> frames = frames(whole);
        return frame == 0 || frame > frames.size() ? of(whole) : new FrameAttributes(whole, List.of(frames.get(frame - 1),
                whole.items(SHARED_GROUPS).stream().findFirst().orElseGet(DicomObject::new)));
    }

    /** What the object says of each of its frames; empty for an object without functional groups. */
    static List<DicomObject> frames(DicomObject whole) {
        return whole.items(PER_FRAME_GROUPS);
    }

    double[] numbers(int tag) {
        return holder(tag).map(object -> object.numbers(tag)).orElse(new double[0]);
    }

    double number(int tag) {
        return holder(tag).map(object -> object.number(tag)).orElse(Double.NaN);
    }

    int integer(int tag, int fallback) {
        return holder(tag).map(object -> object.integer(tag, fallback)).orElse(fallback);
    }

    List<String> texts(int tag) {
        return holder(tag).map(object -> object.texts(tag)).orElse(List.of());
    }

    String text(int tag) {
        return holder(tag).map(object -> object.text(tag)).orElse("");
    }

    private Optional<DicomObject> holder(int tag) {
        for (DicomObject group : groups) {
            Optional<DicomObject> found = within(group, tag, false);
            if (found.isPresent()) {
                return found;
            }
        }
        if (hasValue(whole, tag)) {
            return Optional.of(whole);
        }
        return groups.stream().flatMap(group -> within(group, tag, true).stream()).findFirst();
    }

    private static Optional<DicomObject> within(DicomObject group, int tag, boolean philips) {
        for (DicomElement element : group.elements()) {
            boolean standard = (element.tag() >>> 16 & 1) == 0;
            boolean wanted = philips ? element.tag() == PHILIPS_CLASSIC : standard;
            if (wanted && element.items() != null && !element.items().isEmpty() && hasValue(element.items().get(0), tag)) {
                return Optional.of(element.items().get(0));
            }
        }
        return Optional.empty();
    }

    private static boolean hasValue(DicomObject object, int tag) {
        return object.element(tag).map(element -> element.bytes() != null && element.bytes().length > 0).orElse(false);
    }
}
