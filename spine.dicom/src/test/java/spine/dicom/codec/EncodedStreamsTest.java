package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.UnusableInputException;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImage;

/** Images that dcmtk and GDCM encoded: lossless ones are what they were, lossy ones what the same toolkit decodes. */
class EncodedStreamsTest {
    private static final String SYNTAX = "1.2.840.10008.1.2.";

    private final DecodedImages images = new DecodedImages(new NativeDicomCodec());
    @TempDir
    private Path folder;

    /** Command, transfer syntax, bits allocated, bits stored, signed. */
    @ParameterizedTest
    @CsvSource({
        "dcmcjpeg +e1, 4.70, 8, 8, false", "dcmcjpeg +e1, 4.70, 16, 12, false", "dcmcjpeg +e1, 4.70, 16, 16, false",
        "dcmcjpeg +e1, 4.70, 16, 16, true", "dcmcjpeg +e1, 4.70, 16, 12, true",
        "dcmcjpeg +el +sv 1, 4.57, 16, 16, false", "dcmcjpeg +el +sv 2, 4.57, 16, 16, false", "dcmcjpeg +el +sv 3, 4.57, 16, 16, true",
        "dcmcjpeg +el +sv 4, 4.57, 16, 16, false", "dcmcjpeg +el +sv 5, 4.57, 16, 16, true", "dcmcjpeg +el +sv 6, 4.57, 16, 12, false",
        "dcmcjpeg +el +sv 7, 4.57, 16, 16, false", "dcmcjpeg +el +sv 4, 4.57, 8, 8, false", "dcmcjpeg +el +sv 7 -ho, 4.57, 16, 12, false",
        "dcmcjpls +el, 4.80, 8, 8, false", "dcmcjpls +el, 4.80, 16, 12, false", "dcmcjpls +el, 4.80, 16, 16, true",
        "dcmcjpls +el +pc, 4.80, 16, 12, false", "dcmcjpls +el +t1 9 +t2 40 +t3 90 +rs 31, 4.80, 16, 16, false",
        "dcmcrle, 5, 8, 8, false", "dcmcrle, 5, 16, 16, true", "dcmconv +td, 1.99, 16, 12, false", "dcmconv +tb, 2, 16, 16, true",
        "dcmconv +tb, 2, 8, 8, false", "dcmconv +ti, '', 16, 12, true",
        "gdcmconv --jpeg, 4.70, 16, 16, true", "gdcmconv --jpeg, 4.70, 8, 8, false", "gdcmconv --jpegls, 4.80, 16, 12, false",
        "gdcmconv --jpegls, 4.80, 16, 16, true", "gdcmconv --j2k, 4.90, 16, 16, true", "gdcmconv --j2k, 4.90, 16, 12, false",
        "gdcmconv --j2k, 4.90, 8, 8, false", "gdcmconv --rle, 5, 16, 16, true"})
    void losslessIsWhatItWas(String command, String syntax, int allocated, int stored, boolean signed) throws Exception {
        TestImage image = TestImage.of(allocated, stored, signed);
        assertArrayEquals(image.cells(), encodedAndRead(image, command, syntax));
        // GDCM does not encode an image of one pixel.
        TestImage tiny = command.startsWith("gdcmconv") ? image.sized(16, 17) : image.sized(1, 1);
        assertArrayEquals(tiny.cells(), encodedAndRead(tiny, command, syntax));
    }

    /** As the frames are divided: fragments of a kilobyte, with offset table or without. */
    @ParameterizedTest
    @CsvSource({"dcmcjpeg +e1, 4.70", "dcmcjpeg +e1 +fs 1, 4.70", "dcmcjpeg +e1 +fs 1 -ot, 4.70", "dcmcjpls +el +fs 1, 4.80",
        "dcmcjpls +el +fs 1 -ot, 4.80", "dcmcrle -ot, 5", "gdcmconv --j2k, 4.90", "dcmconv +td, 1.99"})
    void framesAreTakenApart(String command, String syntax) throws Exception {
        TestImage image = TestImage.of(16, 12, false).withFrames(3);
        assertArrayEquals(image.cells(), encodedAndRead(image, command, syntax));
    }

    /** Encoding command, decoding command, transfer syntax, bits allocated, bits stored. */
    @ParameterizedTest
    @CsvSource({"dcmcjpeg +eb, dcmdjpeg, 4.50, 8, 8", "dcmcjpeg +eb +q 30 -ho, dcmdjpeg, 4.50, 8, 8", "dcmcjpeg +ee, dcmdjpeg, 4.51, 8, 8",
        "dcmcjpeg +ee, dcmdjpeg, 4.51, 16, 12", "dcmcjpeg +ee +q 20, dcmdjpeg, 4.51, 16, 12",
        "dcmcjpls +en, dcmdjpls, 4.81, 16, 12", "dcmcjpls +en +md 9 +pc, dcmdjpls, 4.81, 16, 12",
        "dcmcjpls +en +md 1, dcmdjpls, 4.81, 8, 8",
        "dcmcjpls +en +md 3, dcmdjpls, 4.81, 16, 16", "dcmcjpeg +el +sv 4 +pt 2, dcmdjpeg, 4.57, 16, 16"})
    void lossyIsWhatTheToolkitDecodes(String encode, String decode, String syntax, int allocated, int stored) throws Exception {
        TestImage image = TestImage.of(allocated, stored, false);
        byte[] read = encodedAndRead(image, encode, syntax);
        Tool.run(decode, folder.resolve("encoded.dcm"), folder.resolve("decoded.dcm"));
        assertArrayEquals(cells(folder.resolve("decoded.dcm"), "1"), read);
    }

    private byte[] encodedAndRead(TestImage image, String command, String syntax) throws Exception {
        image.write(folder.resolve("native.dcm"));
        Tool.run(command, folder.resolve("native.dcm"), folder.resolve("encoded.dcm"));
        return cells(folder.resolve("encoded.dcm"), syntax);
    }

    private byte[] cells(Path file, String syntax) throws UnusableInputException, IOException {
        try (DicomImage image = images.open(file)) {
            assertEquals((SYNTAX + syntax).replaceFirst("\\.$", ""), image.header().text(Tag.TransferSyntaxUID));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int frame = image.frames() - 1; frame >= 0; frame--) {
                image.cells(frame);
            }
            for (int frame = 0; frame < image.frames(); frame++) {
                all.writeBytes(image.cells(frame).cells());
            }
            return all.toByteArray();
        }
    }
}
