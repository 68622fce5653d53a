package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Patient and study of the images, taken over into what is made from them; they never travel through the platform. */
final class SourceAttributes {
    /** Must be present, may be empty (type 2). */
    private static final int[] EXPECTED = {Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.ReferringPhysicianName,
        Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex, Tag.StudyID};
    private static final String[] EXPECTED_VR = {"DA", "TM", "SH", "PN", "PN", "LO", "DA", "CS", "SH"};
    /** Study description, issuer of the patient identifier, other patient data, how the study was de-identified. */
    private static final int[] OPTIONAL = {Tag.StudyDescription, 0x00100021, Tag.PatientAge, Tag.PatientSize, Tag.PatientWeight,
        0x00120062, 0x00120063, 0x00120064};
    private static final int[] DATES = {Tag.ContentDate, Tag.SeriesDate, Tag.StudyDate};
    private static final int[] TIMES = {Tag.ContentTime, Tag.SeriesTime, Tag.StudyTime};

    private final DicomObject source;

    private SourceAttributes(DicomObject source) {
        this.source = source;
    }

    /** Of an image made in memory nothing is known. */
    static SourceAttributes of(Slice slice, DicomCodec codec) throws IOException {
        if (slice.source().isEmpty()) {
            return new SourceAttributes(new DicomObject());
        }
        try {
            return new SourceAttributes(codec.read(Path.of(slice.source().get()), false));
        } catch (UnusableInputException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Content date and time are those of the images: the same input gives the same object at any time of the day. */
    void copyTo(DicomObject target) {
        for (int i = 0; i < EXPECTED.length; i++) {
            target.text(EXPECTED[i], EXPECTED_VR[i]);
        }
        IntStream.concat(IntStream.of(EXPECTED), IntStream.of(OPTIONAL))
                .forEach(tag -> source.element(tag).ifPresent(target::put));
        target.put(first(DATES, Tag.ContentDate, "DA", "20000101")).put(first(TIMES, Tag.ContentTime, "TM", "000000"));
    }

    private DicomElement first(int[] tags, int target, String vr, String fallback) {
        for (int tag : tags) {
            if (!source.text(tag).isEmpty()) {
                return DicomElement.of(target, vr, source.element(tag).orElseThrow().bytes());
            }
        }
        return new DicomObject().text(target, vr, fallback).element(target).orElseThrow();
    }
}
