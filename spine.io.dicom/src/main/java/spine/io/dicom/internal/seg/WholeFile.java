package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;

/** Writes beside the target first, so that nobody ever sees half a file. */
final class WholeFile {

    private WholeFile() {
    }

    static void write(DicomObject object, DicomCodec codec, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                codec.write(object, out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
