package spine.deidentify.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.dicom.pixel.DicomImage;

/** Images in other transfer syntaxes and character sets, made by dcmtk. */
class EncodingTest {
    private static final int ROWS = 64;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"dcmconv,+ti,1.2.840.10008.1.2.1", "dcmconv,+tb,1.2.840.10008.1.2.1", "dcmconv,+td,1.2.840.10008.1.2.1",
        "dcmcrle,+U8,1.2.840.10008.1.2.5", "dcmcjpls,+el,1.2.840.10008.1.2.4.80", "dcmcjpeg,+e1,1.2.840.10008.1.2.4.70"})
    void headerIsCleanedAndPixelsStay(String tool, String option, String syntax) throws Exception {
        DicomObject image = MarkedImage.fill(large());
        Path plain = DeidentifiedStudy.write(folder.resolve("plain.dcm"), image);
        Path in = Files.createDirectory(folder.resolve("in")).resolve("image");
        convert(tool, option, plain, in);
        DeidentifiedStudy.run(folder.resolve("in"), folder.resolve("out"), folder.resolve("key"), false, false);
        Path out = DeidentifiedStudy.files(folder.resolve("out")).stream().filter(file -> file.toString().endsWith(".dcm")).findFirst()
                .orElseThrow();
        assertEquals(syntax, new NativeDicomCodec().read(out, false).text(Tag.TransferSyntaxUID));
        assertEquals(List.of(), MarkedImage.found(Files.readAllBytes(out)));
        assertArrayEquals(grey(plain), grey(out), 0);
        List<byte[]> before = new NativeDicomCodec().read(in, true).element(Tag.PixelData).orElseThrow().fragments();
        if (before != null) {
            List<byte[]> after = new NativeDicomCodec().read(out, true).element(Tag.PixelData).orElseThrow().fragments();
            assertEquals(before.size(), after.size());
            for (int i = 0; i < before.size(); i++) {
                assertArrayEquals(before.get(i), after.get(i));
            }
        }
    }

    @Test
    void textOfAnotherCharacterSetIsCleanedAsText() throws Exception {
        DicomObject image = large().text(Tag.SeriesDescription, "LO", "Größe STIR");
        Path utf8 = DeidentifiedStudy.write(folder.resolve("plain.dcm"), image);
        Path in = Files.createDirectory(folder.resolve("in")).resolve("latin1");
        convert("dcmconv", "+L1", utf8, in);
        DeidentifiedStudy.run(folder.resolve("in"), folder.resolve("out"), folder.resolve("key"), false, false);
        DicomObject written = DeidentifiedStudy.images(folder.resolve("out")).get(0);
        assertEquals("STIR", written.text(Tag.SeriesDescription));
        assertEquals("ISO_IR 192", written.text(Tag.SpecificCharacterSet));
    }

    /** Large enough that compression makes sense, and with a value of many bits. */
    private static DicomObject large() {
        byte[] pixels = new byte[ROWS * ROWS * 2];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? i * 31 + i / 97 : i / 800 & 0x0f);
        }
        return DeidentifiedStudy.image("4711", "1.2.3", "1.2.3.4", "1.2.3.4.5", 1).unsignedShorts(Tag.Rows, ROWS)
                .unsignedShorts(Tag.Columns, ROWS).put(DicomElement.of(Tag.PixelData, "OW", pixels));
    }

    private static float[] grey(Path file) throws Exception {
        try (DicomImage image = new DecodedImages(new NativeDicomCodec()).open(file)) {
            return image.grey(0).values();
        }
    }

    private void convert(String tool, String option, Path from, Path to) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool));
        if (!option.equals("+U8")) {
            command.add(option);
        }
        command.addAll(List.of(from.toString(), to.toString()));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            assumeTrue(false, tool + " of dcmtk is not installed");
            return;
        }
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertTrue(Files.exists(to), words);
    }
}
