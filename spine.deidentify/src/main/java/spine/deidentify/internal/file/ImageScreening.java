package spine.deidentify.internal.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * Looks for what no work on a header can remove: text in the pixels, and objects that are text. All answers are said of "it" and name
 * nothing but kinds of objects. The tags of SOP classes are those of PS3.4 B.5.
 */
public final class ImageScreening {
    private static final int BURNED_IN_ANNOTATION = 0x00280301;
    private static final int DIRECTORY_RECORDS = 0x00041220;
    private static final String STANDARD_CLASS = "1.2.840.10008.";
    private static final String STORAGE = STANDARD_CLASS + "5.1.4.1.1.";
    /** Secondary capture, ultrasound (retired classes too), and visible light: endoscopes, microscopes, cameras. */
    private static final List<String> OFTEN_WITH_TEXT = List.of("7", "7.1", "7.2", "7.3", "7.4", "3", "3.1", "6", "6.1", "6.2", "77.1");
    private static final String SCREEN_SAVE = "SCREEN SAVE";
    private static final int FIRST_OVERLAY = 0x60;
    private static final int OVERLAY_BIT_POSITION = 0x0102;
    private static final int OVERLAY_DATA = 0x3000;

    private ImageScreening() {
    }

    /**
     * @param hasPixels whether the object has pixel data
     * @return why the object is not passed on, to follow its name; empty if it may be
     */
    public static Optional<String> obstacle(DicomObject object, boolean hasPixels) {
        String sopClass = object.text(Tag.SOPClassUID);
        if (object.element(DIRECTORY_RECORDS).isPresent()) {
            return Optional.of("is a directory of files (DICOMDIR)");
        }
        if (sopClass.isEmpty()) {
            return Optional.of("does not say what kind of object it is (SOPClassUID is missing)");
        }
        if (!sopClass.startsWith(STANDARD_CLASS)) {
            return Optional.of("is of a class of its vendor, which nobody else can interpret");
        }
        if (!hasPixels) {
            return Optional.of("is no image; reports, documents and presentation states are free text");
        }
        String burnedIn = object.text(BURNED_IN_ANNOTATION).toUpperCase(Locale.ROOT);
        if (burnedIn.equals("YES")) {
            return Optional.of("has text in its pixels (BurnedInAnnotation is YES)");
        }
        if (!burnedIn.equals("NO") && oftenHasText(object)) {
            return Optional.of("is of a kind that often has the patient's name in its pixels, and does not say that it has none"
                    + " (BurnedInAnnotation is not NO)");
        }
        if (hasOverlayInPixels(object)) {
            return Optional.of("has overlays in unused bits of its pixels");
        }
        return Optional.empty();
    }

    /** @return why somebody should look at an image that is passed on, to follow its name; empty if there is no reason */
    public static Optional<String> doubt(DicomObject object) {
        if (oftenHasText(object)) {
            return Optional.of("is of a kind that often has text in its pixels, but says that it has none; look at it");
        }
        boolean overlays = object.elements().stream().anyMatch(ImageScreening::isOverlay);
        return overlays ? Optional.of("had overlays, which were removed; look whether its pixels have text, too") : Optional.empty();
    }

    private static boolean oftenHasText(DicomObject object) {
        String sopClass = object.text(Tag.SOPClassUID);
        boolean kind = OFTEN_WITH_TEXT.stream().anyMatch(end -> sopClass.equals(STORAGE + end)) || sopClass.startsWith(STORAGE + "77.1.");
        return kind || object.texts(Tag.ImageType).stream().anyMatch(word -> word.toUpperCase(Locale.ROOT).contains(SCREEN_SAVE));
    }

    /** An overlay without data of its own lies in the pixels, at a bit that is not 0 (PS3.5 8.1.2, retired). */
    private static boolean hasOverlayInPixels(DicomObject object) {
        return object.elements().stream().filter(ImageScreening::isOverlay).map(DicomElement::tag)
                .filter(tag -> (tag & 0xffff) == OVERLAY_BIT_POSITION)
                .anyMatch(tag -> object.integer(tag, 0) != 0 || object.element(tag & 0xffff0000 | OVERLAY_DATA).isEmpty());
    }

    private static boolean isOverlay(DicomElement element) {
        return element.tag() >>> 24 == FIRST_OVERLAY && (element.tag() >>> 16 & 1) == 0;
    }
}
