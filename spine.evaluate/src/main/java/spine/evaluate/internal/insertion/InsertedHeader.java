package spine.evaluate.internal.insertion;

import java.util.ArrayList;
import java.util.List;
import spine.common.text.Decimals;
import spine.dicom.DescriptionWords;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * The header of an image with inserted lesions: that of its base with new UIDs and no patient, so that nobody takes it for an
 * examination. Private elements are left out.
 */
final class InsertedHeader {
    private static final int DERIVATION_DESCRIPTION = 0x00082111;
    private static final int PIXEL_PADDING_VALUE = 0x00280120;
    private static final int SMALLEST_PIXEL = 0x00280106;
    private static final int LARGEST_PIXEL = 0x00280107;
    private static final int PATIENT_GROUP = 0x0010;
    private static final List<Integer> KEPT_OF_PATIENT = List.of(Tag.PatientSex, Tag.PatientAge, Tag.PatientSize, Tag.PatientWeight);
    private static final List<Integer> LEFT_OUT = List.of(PIXEL_PADDING_VALUE, SMALLEST_PIXEL, LARGEST_PIXEL);
    /** Inversion times that null fat, as the reader of studies takes them for STIR. */
    private static final double SHORTEST_FAT_NULL_MS = 80;
    private static final double LONGEST_FAT_NULL_MS = 300;
    private static final double STRONG_FIELD_TESLA = 2;
    private static final int LONGEST_DESCRIPTION = 64;

    private final DerivedUids uids;
    private final double ratio;

    InsertedHeader(DerivedUids uids, double ratio) {
        this.uids = uids;
        this.ratio = ratio;
    }

    /** @param base header of the image, which is not changed */
    DicomObject of(DicomObject base) {
        DicomObject image = new DicomObject();
        for (DicomElement element : base.elements()) {
            int group = element.tag() >>> 16;
            boolean patient = group == PATIENT_GROUP && !KEPT_OF_PATIENT.contains(element.tag());
            if ((group & 1) == 0 && !patient && !LEFT_OUT.contains(element.tag())) {
                image.put(element);
            }
        }
        for (int tag : new int[] {Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.FrameOfReferenceUID}) {
            if (!base.text(tag).isEmpty()) {
                image.text(tag, "UI", uids.of(base.text(tag)));
            }
        }
        if (image.element(Tag.PatientSex).isEmpty()) {
            image.text(Tag.PatientSex, "CS");
        }
        image.text(Tag.PatientName, "PN", "INSERTED^LESIONS").text(Tag.PatientID, "LO", "INSERTED-LESIONS")
                .text(Tag.PatientBirthDate, "DA").text(Tag.AccessionNumber, "SH").text(Tag.ReferringPhysicianName, "PN")
                .text(Tag.StudyID, "SH");
        List<String> type = new ArrayList<>(base.texts(Tag.ImageType));
        type.subList(0, Math.min(1, type.size())).clear();
        type.add(0, "DERIVED");
        image.text(Tag.ImageType, "CS", type.toArray(String[]::new));
        boolean stir = isStir(base);
        if (!stir) {
            giveTimesOfStir(image);
        }
        describe(image, base, stir);
        return image;
    }

    private static boolean isStir(DicomObject base) {
        double inversion = base.number(Tag.InversionTime);
        return inversion >= SHORTEST_FAT_NULL_MS && inversion <= LONGEST_FAT_NULL_MS && !base.texts(Tag.ScanOptions).contains("FS");
    }

    private static void giveTimesOfStir(DicomObject image) {
        boolean strong = image.number(Tag.MagneticFieldStrength) > STRONG_FIELD_TESLA;
        image.text(Tag.ScanningSequence, "CS", "SE", "IR").text(Tag.ScanOptions, "CS").decimals(Tag.RepetitionTime, 4000)
                .decimals(Tag.EchoTime, 60).decimals(Tag.InversionTime, strong ? 210 : 160);
    }

    private void describe(DicomObject image, DicomObject base, boolean stir) {
        String words = (stir ? "Oedema x" : "STIR in name only, oedema x") + number(ratio) + ": "
                + DescriptionWords.of(base.text(Tag.SeriesDescription));
        image.text(Tag.SeriesDescription, "LO", words.substring(0, Math.min(LONGEST_DESCRIPTION, words.length())));
        String done = "Bone marrow oedema of " + number(ratio) + " times the signal of the marrow was put into the image to test a model.";
        String times = " The pixels are of another contrast than STIR; sequence and times of the header were changed, so that the image is"
                + " scored. TR was " + number(base.number(Tag.RepetitionTime)) + " ms, TE " + number(base.number(Tag.EchoTime)) + " ms.";
        image.text(DERIVATION_DESCRIPTION, "ST", stir ? done : done + times);
    }

    private static String number(double value) {
        return Decimals.atMost(value, 2, "unknown");
    }
}
