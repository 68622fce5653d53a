package spine.dicom.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.pixel.DicomImage;

/** What the fuzzer calls for whole files: reading into memory, looking at the values, opening as an image, writing again. */
public final class FuzzReader {
    private static final NativeDicomCodec CODEC = new NativeDicomCodec();
    private static final DecodedImages IMAGES = new DecodedImages(CODEC);
    private static final Path FILE = file();

    private FuzzReader() {
    }

    /** Returns for every input; any exception is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            touch(CODEC.read(new ByteArrayInputStream(data), "input", true));
        } catch (UnusableInputException refused) {
            // A sentence is a right answer.
        }
        Files.write(FILE, data);
        try (DicomImage image = IMAGES.open(FILE)) {
            for (float value : image.grey(0).values()) {
                if (!Float.isFinite(value)) {
                    throw new IllegalStateException("a grey value is " + value);
                }
            }
            image.cells(image.frames() - 1);
        } catch (UnusableInputException refused) {
            // As above.
        }
        rewrite(data);
    }

    private static void rewrite(byte[] data) throws IOException {
        try {
            CODEC.write(CODEC.read(new ByteArrayInputStream(data), "input", false), new ByteArrayOutputStream());
        } catch (UnusableInputException | IllegalArgumentException refused) {
            // Without identifiers, or with compressed bytes outside of the pixel data, no file is written.
        }
    }

    private static void touch(DicomObject object) {
        for (DicomElement element : object.elements()) {
            object.texts(element.tag());
            object.numbers(element.tag());
            object.items(element.tag()).forEach(FuzzReader::touch);
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".dcm");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
