package spine.jobs.internal.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.Tag;

/**
 * A DICOM object in a result folder.
 *
 * @param file its path in the folder, with slashes
 * @param sopClass SOP class UID
 */
public record ResultObject(String file, String sopClass) {

    /** All there are, by path. Their headers are read for it. */
    public static List<ResultObject> in(Path folder, DicomCodec codec) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".dcm")).filter(Files::isRegularFile).sorted().toList();
        }
        List<ResultObject> objects = new ArrayList<>();
        for (Path file : files) {
            try {
                objects.add(new ResultObject(folder.relativize(file).toString().replace('\\', '/'),
                        codec.read(file, false).text(Tag.SOPClassUID)));
            } catch (UnusableInputException e) {
                throw new IOException(file + " is a damaged result: " + e.getMessage(), e);
            }
        }
        return objects;
    }
}
