package spine.deidentify.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Where an image goes: a folder per study, in it one per series, the file called by the image, all by the UIDs the image has now. */
final class StudyFolders {
    private static final Pattern UID = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,40}){1,20}");
    private static final int LONGEST_UID = 64;

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
        return uid.length() <= LONGEST_UID && UID.matcher(uid).matches() ? uid : identifiers.uid(uid);
    }
}
