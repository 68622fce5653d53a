package spine.dicom.bulk;

import java.io.IOException;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.dicom.PixelData;

/** Opens the pixel data of a file. */
public final class PixelDataInFile {

    private PixelDataInFile() {
    }

    /** @throws UnusableInputException if the fragments are damaged */
    public static PixelData open(Path file, PixelPlace place) throws UnusableInputException, IOException {
        BytesAt bytes = place.isDeflated() ? new InflatedBytes(file, place.deflatedFrom()) : new FileBytes(file);
        if (!place.isEncapsulated()) {
            return new NativePixelData(bytes, place, file.toString());
        }
        try {
            return new FragmentedPixelData(bytes, FragmentTable.scan(bytes, place.offset(), file.toString()), file.toString());
        } catch (UnusableInputException | IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    /** The bytes that were asked for, all of them. */
    static byte[] demand(BytesAt bytes, long position, int length, String name) throws UnusableInputException, IOException {
        byte[] read = bytes.read(position, length);
        if (read.length < length) {
            throw new UnusableInputException(name + " is cut off: its pixels end after " + read.length + " of " + length + " bytes");
        }
        return read;
    }
}
