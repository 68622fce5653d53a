package spine.deidentify.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import spine.common.digest.Sha256;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Fills in UIDs that an image needs and does not have, from what else tells its study, its series and itself. */
final class MissingUids {
    private final NewIdentifiers identifiers;

    MissingUids(NewIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /**
     * @param image is changed; what is filled in is the same for images that belong together
     * @return whether anything was missing
     */
    boolean fill(DicomObject image, Path file) throws IOException {
        boolean study = image.text(Tag.StudyInstanceUID).isEmpty();
        boolean series = image.text(Tag.SeriesInstanceUID).isEmpty();
        boolean instance = image.text(Tag.SOPInstanceUID).isEmpty();
        if (study) {
            put(image, Tag.StudyInstanceUID, "study", words(image, Tag.PatientID, Tag.PatientName, Tag.StudyDate, Tag.StudyTime,
                    Tag.StudyID, Tag.AccessionNumber));
        }
        if (series) {
            put(image, Tag.SeriesInstanceUID, "series", words(image, Tag.StudyInstanceUID, Tag.SeriesNumber, Tag.SeriesDescription));
        }
        if (instance) {
            put(image, Tag.SOPInstanceUID, "instance", Sha256.of(file));
        }
        return study || series || instance;
    }

    private void put(DicomObject image, int tag, String kind, String facts) {
        image.text(tag, "UI", identifiers.uid("missing " + kind + " " + facts));
    }

    private static String words(DicomObject image, int... tags) {
        StringBuilder words = new StringBuilder();
        for (int tag : tags) {
            words.append(image.text(tag)).append('|');
        }
        return words.toString();
    }
}
