package spine.io.dicom.internal.result;

import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.uid.DerivedUid;

/**
 * SOP instance UIDs that follow from the whole content: objects that differ in anything, such as a patient's name, are different objects.
 */
final class ContentUid {
    private final DerivedUid digest = new DerivedUid().with("content");

    private ContentUid() {
    }

    /** @param object everything but its own SOP instance UID, which is ignored */
    static String of(DicomObject object) {
        ContentUid uid = new ContentUid();
        uid.add(object);
        return uid.digest.uid();
    }

    private void add(DicomObject object) {
        for (DicomElement element : object.elements()) {
            if (element.tag() != Tag.SOPInstanceUID) {
                digest.with(Integer.toHexString(element.tag()) + element.vr());
                if (element.items() == null) {
                    digest.with(element.bytes());
                } else {
                    element.items().forEach(this::add);
                    digest.with("end");
                }
            }
        }
        digest.with("item");
    }
}
