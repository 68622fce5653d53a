package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.image.Slice;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.orientation.StoredForm;

/** One study in the many forms that archives hold it in: always the same pixels at the same places. */
class HeldFormsTest {
    private static final int PIXELS = 32;

    @TempDir
    private Path folder;
    @TempDir
    private Path plain;
    private Study expected;

    @BeforeEach
    void readPlain() throws Exception {
        expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7).write(plain));
    }

    /** Encodings as dcmtk writes them. */
    @ParameterizedTest
    @CsvSource({"+tb, ''", "+ti, ''", "+td, ''", "+te, -F", "+ti, -F", "+tb, -F", "+te, +g", "+te, -e", "+ti, -e", "+te, +p"})
    void transferSyntaxes(String syntax, String option) throws Exception {
        Path tool = Path.of("/usr/bin/dcmconv");
        Assumptions.assumeTrue(Files.isExecutable(tool), "dcmtk is not installed, test skipped");
        for (int i = 0; i < 7; i++) {
            List<String> command = new ArrayList<>(List.of(tool.toString(), syntax));
            if (option.equals("+p")) {
                command.addAll(List.of("+p", "512", "64"));
            } else if (!option.isEmpty()) {
                command.add(option);
            }
            command.addAll(List.of(plain.resolve("1-" + i).toString(), folder.resolve("f" + i).toString()));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File("/dev/null")).start();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0, command.toString());
        }
        assertSame();
    }

    @Test
    void copiesLinksAndFoldersWithoutOrder() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        Path deep = Files.createDirectories(folder.resolve("a/b c/ü"));
        for (int i = 0; i < 7; i++) {
            Files.copy(plain.resolve("1-" + i), deep.resolve("IM" + i + ".dcm"));
            Files.createSymbolicLink(folder.resolve("link" + i), plain.resolve("1-" + i));
        }
        Files.createSymbolicLink(deep.resolve("loop"), folder);
        Files.createSymbolicLink(deep.resolve("nowhere"), folder.resolve("gone"));
        assertSame();
    }

    @Test
    void dicomdirBesideTheImages() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        DicomObject directory = new DicomObject().text(Tag.SOPClassUID, "UI", "1.2.840.10008.1.3.10").text(Tag.SOPInstanceUID, "UI", "1.8")
                .text(0x00041130, "CS", "DISK").sequence(0x00041220, new DicomObject().text(Tag.PatientName, "PN", "Nobody^Knows"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("DICOMDIR"))) {
            new NativeDicomCodec().write(directory, out);
        }
        assertSame();
    }

    @Test
    void whiteIsZero() throws Exception {
        write((slice, image) -> {
            image.text(Tag.PhotometricInterpretation, "CS", "MONOCHROME1");
            repaint(image, value -> 65535 - value);
        });
        assertSame();
    }

    @Test
    void signed() throws Exception {
        write((slice, image) -> {
            image.unsignedShorts(Tag.PixelRepresentation, 1).decimals(Tag.RescaleIntercept, 1000).decimals(Tag.RescaleSlope, 1);
            repaint(image, value -> value - 1000);
        });
        assertSame();
    }

    @Test
    void shiftedBitsWithOverlayBelow() throws Exception {
        write((slice, image) -> {
            image.unsignedShorts(Tag.BitsStored, 12).unsignedShorts(Tag.HighBit, 15);
            repaint(image, value -> value << 4 | value % 16);
        });
        assertSame();
    }

    /** Where it undoes what is stored, and where it does not: nobody but the archive knows. */
    @Test
    void slopeBelowZero() throws Exception {
        write((slice, image) -> {
            image.decimals(Tag.RescaleSlope, -1).decimals(Tag.RescaleIntercept, 65535);
            repaint(image, value -> 65535 - value);
        });
        Study study = ReadStudy.in(folder);
        assertEquals(List.of("7 of the 7 images of series 1 have a RescaleSlope below 0 (-1), by which they were read: it makes dark what"
                + " is stored bright. Where it is wrong, oedema is dark too and is not found, and the scores are too low."),
                study.warnings());
        assertArrayEquals(expected.stacks().get(0).slices().get(3).pixels(), study.stacks().get(0).slices().get(3).pixels());
    }

    @Test
    void slopeOfEachSlice() throws Exception {
        write((slice, image) -> {
            double slope = slice % 2 == 0 ? 0.5 : 2;
            image.decimals(Tag.RescaleSlope, slope).decimals(Tag.RescaleIntercept, slope == 2 ? -300 : 0);
            repaint(image, value -> slope == 2 ? (value + 300) / 2 : 2 * value);
        });
        Study study = ReadStudy.in(folder);
        assertEquals(List.of("The images of series 1 are stored on different scales (RescaleSlope 0.5 to 2, RescaleIntercept -300 to 0)."
                + " Each was read by its own; where these are wrong, so are the scores."), study.warnings());
        for (int i = 0; i < 7; i++) {
            float[] wanted = expected.stacks().get(0).slices().get(i).pixels();
            float[] pixels = study.stacks().get(0).slices().get(i).pixels();
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                assertEquals(wanted[pixel], pixels[pixel], 1);
            }
        }
    }

    /** Stored feet up, mirrored or transposed, each image is the same upright one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void turnedOrMirrored(int form) throws Exception {
        write((slice, image) -> new StoredForm(form).apply(image));
        assertSame();
        assertTrue(ReadStudy.notes(ReadStudy.in(folder)).contains("Of 7 images of series 1 the pixels are stored turned or mirrored"));
    }

    @Test
    void slicesTurnedInTurn() throws Exception {
        write((slice, image) -> new StoredForm(slice).apply(image));
        assertSame();
    }

    /** Directions that lean out of the axes, as those of most patients. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void turnedAndOblique(int form) throws Exception {
        double[] lean = {0.1, 0.9, 0.3};
        double[] down = {0.15, 0.28, -0.89};
        Vec3 along = new Vec3(lean[0], lean[1], lean[2]).unit();
        Vec3 below = new Vec3(down[0], down[1], down[2]).minus(along.times(along.dot(new Vec3(down[0], down[1], down[2])))).unit();
        BiConsumer<Integer, DicomObject> oblique = (slice, image) -> image.decimals(Tag.ImageOrientationPatient, along.x(), along.y(),
                along.z(), below.x(), below.y(), below.z());
        Study straight = ReadStudy.in(SyntheticSeries.stir(1).slices(7).each(oblique).write(plain));
        write(oblique.andThen((slice, image) -> new StoredForm(form).apply(image)));
        Study study = ReadStudy.in(folder);
        assertEquals(ReadStudy.identities(straight), ReadStudy.identities(study));
        for (int i = 0; i < 7; i++) {
            Slice expectedSlice = straight.stacks().get(0).slices().get(i);
            Slice slice = study.stacks().get(0).slices().get(i);
            assertArrayEquals(expectedSlice.pixels(), slice.pixels());
            assertTrue(expectedSlice.plane().toPatient(3, 7).distance(slice.plane().toPatient(3, 7)) < 1e-6);
        }
    }

    /** Rounding in positions and directions is no reason to divide a station. */
    @Test
    void jitter() throws Exception {
        write((slice, image) -> image
                .decimals(Tag.ImagePositionPatient, -10 + 4 * slice + (slice % 3 - 1) * 0.02, -80 + slice % 2 * 0.05, 200)
                .decimals(Tag.ImageOrientationPatient, slice % 2 * 1e-4, 1, 0, 0, slice % 3 * 1e-5, -1));
        Study study = ReadStudy.in(folder);
        assertEquals(7, study.stacks().get(0).slices().size());
        assertTrue(study.warnings().isEmpty(), ReadStudy.notes(study));
    }

    @Test
    void frameOfReferenceMissingAndPatientPositionWrong() throws Exception {
        write((slice, image) -> image.text(Tag.FrameOfReferenceUID, "UI").text(Tag.PatientPosition, "CS", "FFP"));
        assertSame();
    }

    @Test
    void gapBetweenStations() throws Exception {
        SyntheticSeries.stir(2).slices(7).top(-500).write(plain);
        Study study = ReadStudy.in(plain);
        assertEquals(2, study.stacks().size());
        assertEquals(200, study.stacks().get(0).plane().origin().z());
    }

    private void write(BiConsumer<Integer, DicomObject> change) throws IOException {
        SyntheticSeries.stir(1).slices(7).each(change).write(folder);
    }

    private void assertSame() throws Exception {
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertEquals(ReadStudy.identities(expected), ReadStudy.identities(study));
        assertTrue(study.warnings().isEmpty(), ReadStudy.notes(study));
    }

    private static void repaint(DicomObject image, IntUnaryOperator change) {
        short[] values = values(image);
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) change.applyAsInt(values[i]);
        }
        put(image, values);
    }

    private static short[] values(DicomObject image) {
        short[] values = new short[PIXELS];
        ByteBuffer.wrap(image.element(Tag.PixelData).orElseThrow().bytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
        return values;
    }

    private static void put(DicomObject image, short[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(values);
        image.put(DicomElement.of(Tag.PixelData, "OW", bytes.array()));
    }
}
