package spine.deidentify.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.common.text.DicomUid;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Where an image goes: a folder per study, in it one per series, the file called by the image, all by the UIDs the image has now. */
final class StudyFolders {
    private final Path root;
    private final NewIdentifiers identifiers;

    StudyFolders(Path root, NewIdentifiers identifiers) {
        this.root = root;
        this.identifiers = identifiers;
    }

    /** The folder of the image's series, which exists afterwards. */
    Path series(DicomObject image) throws IOException {
        return Files.createDirectories(root.resolve(word(image, Tag.StudyInstanceUID)).resolve(word(image, Tag.SeriesInstanceUID)));
    }

    /** @param number from 1 on, where several images have the same UID */
    Path file(DicomObject image, int number) throws IOException {
        return series(image).resolve(word(image, Tag.SOPInstanceUID) + (number == 1 ? "" : "-" + number) + ".dcm");
    }

    /** A UID that was retained may be anything. */
    private String word(DicomObject image, int tag) {
        String uid = image.text(tag);
        return DicomUid.isValid(uid) ? uid : identifiers.uid(uid);
    }
}
