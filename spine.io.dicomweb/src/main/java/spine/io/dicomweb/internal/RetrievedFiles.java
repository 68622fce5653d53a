package spine.io.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import spine.api.UnusableInputException;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicomweb.DicomWeb.ObjectTaker;
import spine.io.dicomweb.DicomWebException;

/** Stores the objects of a study as files of a folder, named by their SOP instance UIDs. */
final class RetrievedFiles implements ObjectTaker {
    private final DicomCodec codec;
    private final String study;
    private final Path folder;
    private final String host;
    private final IntConsumer progress;
    private final Set<String> stored = new TreeSet<>();

    /**
     * @param folder exists
     * @param progress hears how many objects are there
     */
    RetrievedFiles(DicomCodec codec, String study, Path folder, String host, IntConsumer progress) {
        this.codec = codec;
        this.study = study;
        this.folder = folder;
        this.host = host;
        this.progress = progress;
    }

    @Override
    public void take(InputStream object) throws IOException {
        Path part = folder.resolve(".part");
        try {
            Files.copy(object, part, StandardCopyOption.REPLACE_EXISTING);
            DicomObject header = codec.read(part, false);
            String uid = header.text(Tag.SOPInstanceUID);
            if (!DicomUid.isValid(uid) || !header.text(Tag.StudyInstanceUID).equals(study)) {
                throw new DicomWebException("The server " + host + " gave an object that does not belong to the study.", false);
            }
            Files.move(part, folder.resolve(uid + ".dcm"), StandardCopyOption.REPLACE_EXISTING);
            stored.add(uid);
            progress.accept(stored.size());
        } catch (UnusableInputException damaged) {
            throw new DicomWebException("The server " + host + " gave something that is no DICOM object.", false, damaged);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** How many different objects there are. */
    int count() {
        return stored.size();
    }
}
