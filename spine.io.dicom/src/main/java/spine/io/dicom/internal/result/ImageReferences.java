package spine.io.dicom.internal.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.image.ImageReference;
import spine.api.image.Slice;
import spine.dicom.DicomObject;

/** How other objects say which images they mean (PS3.3 10.3). */
public final class ImageReferences {

    private ImageReferences() {
    }

    /** One image: an object, or a frame of one. */
    public static DicomObject to(Slice slice) {
        ImageReference image = ImageReference.of(slice.sopInstanceUid());
        DicomObject item = instance(slice.sopClassUid(), image.sopInstanceUid());
        return image.isFrame() ? item.integers(ResultTag.ReferencedFrameNumber, image.frame()) : item;
    }

    /** Several images: an item for each object, with those of its frames that are meant (ReferencedImageSequence). */
    public static DicomObject[] to(Collection<Slice> slices) {
        Map<String, List<Slice>> objects = new LinkedHashMap<>();
        for (Slice slice : slices) {
            String uid = ImageReference.of(slice.sopInstanceUid()).sopInstanceUid();
            objects.computeIfAbsent(uid, any -> new ArrayList<>()).add(slice);
        }
        List<DicomObject> items = new ArrayList<>();
        objects.forEach((uid, frames) -> {
            long[] numbers = frames.stream().mapToLong(slice -> ImageReference.of(slice.sopInstanceUid()).frame()).filter(n -> n > 0)
                    .toArray();
            DicomObject item = instance(frames.get(0).sopClassUid(), uid);
            items.add(numbers.length == 0 ? item : item.integers(ResultTag.ReferencedFrameNumber, numbers));
        });
        return items.toArray(DicomObject[]::new);
    }

    /** The objects that hold the slices, each once. */
    public static DicomObject[] instances(Collection<Slice> slices) {
        Map<String, DicomObject> items = new LinkedHashMap<>();
        for (Slice slice : slices) {
            String uid = ImageReference.of(slice.sopInstanceUid()).sopInstanceUid();
            items.putIfAbsent(uid, instance(slice.sopClassUid(), uid));
        }
        return items.values().toArray(DicomObject[]::new);
    }

    /** The identity of the image that an item refers to, as in {@link Slice#sopInstanceUid()}; empty if it names none. */
    public static String identity(DicomObject item) {
        String uid = item.text(ResultTag.ReferencedSOPInstanceUID);
        int frame = item.integer(ResultTag.ReferencedFrameNumber, 0);
        return frame > 0 && uid.indexOf('#') < 0 ? new ImageReference(uid, frame).identity() : uid;
    }

    /** A whole object. */
    public static DicomObject instance(String sopClassUid, String sopInstanceUid) {
        return new DicomObject().text(ResultTag.ReferencedSOPClassUID, "UI", sopClassUid)
                .text(ResultTag.ReferencedSOPInstanceUID, "UI", sopInstanceUid);
    }
}
