package spine.jobs.internal.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.api.report.Predecessor.Document;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * A DICOM object in a result folder.
 *
 * @param file its path in the folder, with slashes
 * @param document what it is
 */
public record ResultObject(String file, Document document) {
    /** All kinds of structured reports (PS3.4 B.5). */
    private static final String REPORTS = "1.2.840.10008.5.1.4.1.1.88.";

    /** Its SOP class UID. */
    public String sopClass() {
        return document.sopClassUid();
    }

    /** Whether it is a structured report that others can refer to. */
    public boolean isReport() {
        return sopClass().startsWith(REPORTS) && Stream.of(sopClass(), document.sopInstanceUid(), document.seriesInstanceUid())
                .allMatch(DicomUid::isValid);
    }

    /** All there are, by path. Their headers are read for it. */
    public static List<ResultObject> in(Path folder, DicomCodec codec) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".dcm")).filter(Files::isRegularFile).sorted().toList();
        }
        List<ResultObject> objects = new ArrayList<>();
        for (Path file : files) {
            try {
                DicomObject header = codec.read(file, false);
                objects.add(new ResultObject(folder.relativize(file).toString().replace('\\', '/'), new Document(
                        header.text(Tag.SOPClassUID), header.text(Tag.SOPInstanceUID), header.text(Tag.SeriesInstanceUID))));
            } catch (UnusableInputException e) {
                throw new IOException(file + " is a damaged result: " + e.getMessage(), e);
            }
        }
        return objects;
    }
}
