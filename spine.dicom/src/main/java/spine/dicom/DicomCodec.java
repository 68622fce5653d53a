package spine.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;

/**
 * Extension point: bytes to data set and back (DICOM PS3.10).
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id; the codec of this bundle has 0. Each call goes to the best codec
 * of that moment: one that is installed later takes over at once, and whoever reads or writes is not restarted for it. Threads: called
 * from several threads at once; must be free of state. A component declares the service property with {@link DicomCodecService}.
 * The contract is tested by {@code spine.tck.dicom.DicomCodecContract}.
 */
@ConsumerType
public interface DicomCodec {

    /** Service property, String, required: short name of the implementation. */
    String CODEC_NAME = "codec.name";

    /**
     * Reads one Part 10 file. Pixel data of an encapsulated syntax is kept as fragments, not decoded.
     *
     * @param in read to its end, not closed
     * @param name names the source in messages
     * @param withPixels false: stop before PixelData (7FE0,0010)
     * @return the file meta information (group 2) and the data set together
     * @throws NotDicomException if the bytes are not DICOM
     * @throws UnusableInputException if they are cut off or damaged
     */
    DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException;

    /** Reads a file as {@link #read(InputStream, String, boolean)} does; its path is the name in messages. */
    default DicomObject read(Path file, boolean withPixels) throws UnusableInputException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), withPixels);
        }
    }

    /**
     * Reads the header of a file and leaves its pixel data where it is. The default keeps all of the file in memory.
     *
     * @throws UnusableInputException as {@link #read(InputStream, String, boolean)}
     */
    default DicomFile open(Path file) throws UnusableInputException, IOException {
        DicomObject whole = read(file, true);
        Optional<PixelData> pixels = whole.element(Tag.PixelData).map(PixelDataInMemory::new);
        whole.remove(Tag.PixelData);
        return new DicomFile(file.toString(), whole, pixels);
    }

    /**
     * Writes one Part 10 file with preamble, explicit VR little endian. Group 2 is made from SOPClassUID (0008,0016)
     * and SOPInstanceUID (0008,0018) of the object; group 2 elements of the object are ignored, but for TransferSyntaxUID
     * (0002,0010) where the pixel data is encapsulated: its fragments are written as they are.
     *
     * @throws IllegalArgumentException if one of the UIDs is missing, or pixel data is encapsulated and the codec cannot write it
     */
    void write(DicomObject object, OutputStream out) throws IOException;
}
