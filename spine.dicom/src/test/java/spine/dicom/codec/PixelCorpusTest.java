package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.common.digest.Sha256;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.decode.FrameFormat;
import spine.dicom.internal.syntax.SyntaxName;
import spine.dicom.pixel.DicomImage;

/** The pixels of every file of the shared corpus, next to those of pydicom and GDCM; the table of it in the docs is made here. */
class PixelCorpusTest {
    private static final Path TABLE = Path.of("..", "docs", "dicom-pixels.md");
    private static final String EQUAL = "equal to both";
    private static final String WRITE = "spine.docs.write";
    /** Transfer syntaxes whose decoders may differ by rounding (PS3.5 A.4): JPEG baseline and extended, JPEG 2000. */
    private static final List<String> LOSSY = List.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.91");
    /** Its size field is overwritten with a delimiter; both others make something of it, each something else. */
    private static final String BROKEN_HEADER = "is damaged: the size of its JPEG 2000 codestream makes no sense";
    private static final String HEADING = """
            # Pixels of the corpus

            What spine reads from each file of `shared/data/dicom` (test files of pydicom, dcm4che and others), compared with pydicom 2.3.1
            and GDCM 3.0.21 of Debian 12. Colours are compared as they are stored. Made by `PixelCorpusTest`; after a change write it again
            with

                mvn -pl spine.dicom -am test -Dtest=PixelCorpusTest -Dsurefire.failIfNoSpecifiedTests=false -Dspine.docs.write=true

            | file | syntax | pixels | result |
            |---|---|---|---|
            """;

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final DecodedImages images = new DecodedImages(codec);
    /** Digests of pixels that all read alike, and the first file of each. */
    private final Map<String, String> agreed = new HashMap<>();
    @TempDir
    private Path references;

    @Test
    void everyFileGivesThePixelsThatOthersReadOrAReason() throws Exception {
        List<Path> files = SharedData.files();
        ReferencePixels reference = ReferencePixels.of(SharedData.dicom(), references);
        StringBuilder table = new StringBuilder(HEADING);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String line = line(files.get(i), reference.of(i, ReferencePixels.PYDICOM), reference.of(i, ReferencePixels.GDCM));
            table.append(line).append('\n');
            if (line.contains("WRONG")) {
                wrong.add(line);
            }
        }
        assertEquals(List.of(), wrong);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(TABLE, table);
        }
        assertEquals(Files.readString(TABLE), table.toString(), "to write it again: -D" + WRITE + "=true");
    }

    private String line(Path file, Optional<byte[]> pydicom, Optional<byte[]> gdcm) throws IOException {
        String place = SharedData.dicom().relativize(file).toString();
        try (DicomImage image = images.open(file)) {
            FrameFormat format = image.format();
            String pixels = (image.frames() == 1 ? "" : image.frames() + " × ") + format.rows() + " × " + format.columns() + ", "
                    + format.bitsStored() + (format.signed() ? " bit signed, " : " bit, ") + format.photometric();
            String syntax = image.header().text(Tag.TransferSyntaxUID);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int frame = 0; frame < image.frames(); frame++) {
                all.writeBytes(image.cells(frame).cells());
            }
            String result = comparison(all.toByteArray(), format, LOSSY.contains(syntax), pydicom, gdcm);
            String digest = Sha256.of(all.toByteArray());
            if (result.equals(EQUAL)) {
                agreed.putIfAbsent(digest, place);
            } else if (agreed.containsKey(digest)) {
                // Cut off behind the last pixel; GDCM gives something and pydicom nothing.
                result = "equal to those of " + agreed.get(digest);
            }
            return "| " + place + " | " + syntaxName(syntax) + " | " + pixels + " | " + result + " |";
        } catch (UnusableInputException reason) {
            String sentence = reason.getMessage().replace(file.toString() + " ", "");
            // An object without pixels is no image for the others either.
            boolean others = pydicom.isPresent() && gdcm.isPresent() && !sentence.equals(BROKEN_HEADER);
            return "| " + place + " | " + syntaxOf(file) + " | – | " + (others ? "WRONG: " : "") + "refused: it " + sentence + " |";
        }
    }

    private static String comparison(byte[] pixels, FrameFormat format, boolean lossy, Optional<byte[]> pydicom, Optional<byte[]> gdcm) {
        boolean asPydicom = pydicom.isPresent() && Arrays.equals(pixels, pydicom.get());
        boolean asGdcm = gdcm.isPresent() && Arrays.equals(pixels, gdcm.get());
        if (asPydicom || asGdcm) {
            return asPydicom && asGdcm ? EQUAL : "equal to " + (asPydicom ? "pydicom" : "GDCM");
        }
        if (pydicom.isEmpty() && gdcm.isEmpty()) {
            return "read; neither of the others does";
        }
        int difference = largestDifference(pixels, pydicom.or(() -> gdcm).orElseThrow(), format);
        return (lossy && difference <= 1 ? "" : "WRONG: ") + "differs by " + difference + " at most";
    }

    private static int largestDifference(byte[] some, byte[] others, FrameFormat format) {
        if (some.length != others.length) {
            return Integer.MAX_VALUE;
        }
        int largest = 0;
        int size = format.bytesPerCell();
        for (int i = 0; i + size <= some.length; i += size) {
            int difference = size == 1 ? (some[i] & 0xff) - (others[i] & 0xff)
                    : (short) (some[i] & 0xff | some[i + 1] << 8) - (short) (others[i] & 0xff | others[i + 1] << 8);
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    private String syntaxOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DicomObject header = codec.read(in, file.toString(), false);
            return syntaxName(header.text(Tag.TransferSyntaxUID));
        } catch (UnusableInputException unreadable) {
            return "–";
        }
    }

    private static String syntaxName(String uid) {
        String end = uid.replaceFirst("1\\.2\\.840\\.10008\\.1\\.2\\.?", "");
        return switch (uid.isEmpty() ? "none" : end) {
            case "none" -> "none";
            case "" -> "implicit little endian";
            case "1" -> "explicit little endian";
            case "1.99" -> "deflated";
            case "2" -> "explicit big endian";
            default -> SyntaxName.of(uid) + (end.startsWith("4.") ? " (" + end.substring(1) + ")" : "");
        };
    }

    /** The corpus has each of the syntaxes that are decoded, but JPEG Lossless .57, which {@code EncodedStreamsTest} makes. */
    @Test
    void noSyntaxIsWithoutAFile() throws IOException {
        String table = new String(Files.readAllBytes(TABLE), StandardCharsets.UTF_8);
        for (String end : List.of("(.50)", "(.51)", "(.70)", "(.80)", "(.81)", "(.90)", "(.91)", "| RLE |", "| deflated |",
                "| explicit big endian |", "| implicit little endian |")) {
            assertTrue(table.lines().anyMatch(line -> line.contains(end) && line.contains("| equal to ")), end);
        }
    }
}
