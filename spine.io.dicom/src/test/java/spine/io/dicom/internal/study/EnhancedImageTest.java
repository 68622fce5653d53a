package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.api.image.Study;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.SharedData;

/** Enhanced MR objects show what their frames showed as single images. */
class EnhancedImageTest {
    @TempDir
    private Path folder;
    @TempDir
    private Path classic;

    @ParameterizedTest
    @EnumSource(EnhancedObject.Habit.class)
    void framesAreReadAsSingleImages(EnhancedObject.Habit habit) throws Exception {
        SyntheticSeries.stir(1).slices(7).described("STIR sag").write(classic);
        Study expected = ReadStudy.in(classic);
        new EnhancedObject(habit).add(classic).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.warnings().isEmpty(), ReadStudy.notes(study));
        Set<String> frames = Set.copyOf(ReadStudy.identities(study));
        assertEquals(IntStream.rangeClosed(1, 7).mapToObj(i -> EnhancedObject.UID + "#" + i).collect(Collectors.toSet()),
                frames);
    }

    /** A T1, a T2 and a STIR object: told apart by physics, wherever that stands. */
    @ParameterizedTest
    @EnumSource(EnhancedObject.Habit.class)
    void contrastsAreToldApart(EnhancedObject.Habit habit) throws Exception {
        SyntheticSeries.t1(1).slices(5).write(classic);
        new EnhancedObject(habit).add(classic).write(folder);
        String reason = ReadStudy.refusal(folder);
        assertEquals("No sagittal STIR series found in " + folder + ", saw 1 sagittal T1 MR series of 5 images", reason);
    }

    /** Two stations in one object, as two stacks. */
    @ParameterizedTest
    @EnumSource(EnhancedObject.Habit.class)
    void stacksOfOneObjectAreStations(EnhancedObject.Habit habit) throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        SyntheticSeries.stir(2).slices(5).top(-150)
                .each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1")).write(classic);
        Study expected = ReadStudy.in(classic);
        new EnhancedObject(habit).add(classic).write(folder);
        Study study = ReadStudy.in(folder);
        assertEquals(2, study.stacks().size());
        ReadStudy.assertSameImages(expected, study);
    }

    /** Magnitude and phase among the frames of one object, the phase first. */
    @ParameterizedTest
    @EnumSource(EnhancedObject.Habit.class)
    void magnitudeFramesAreTaken(EnhancedObject.Habit habit) throws Exception {
        SyntheticSeries.stir(2).slices(7).write(classic);
        Study expected = ReadStudy.in(classic);
        SyntheticSeries.stir(1).slices(7).imageType("ORIGINAL", "PRIMARY", "P").write(classic);
        new EnhancedObject(habit).add(classic).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("Not chosen: 7 of the 14 images of series 1: it shows the phase"),
                ReadStudy.notes(study));
    }

    /** Of several temporal positions the first is taken. */
    @ParameterizedTest
    @EnumSource(EnhancedObject.Habit.class)
    void firstTemporalPositionIsTaken(EnhancedObject.Habit habit) throws Exception {
        SyntheticSeries.stir(2).slices(7).each((slice, image) -> image.integers(0x00200100, 1)).write(classic);
        Study expected = ReadStudy.in(classic);
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.integers(0x00200100, 2)).write(classic);
        new EnhancedObject(habit).add(classic).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("7 of 14 images are used"), ReadStudy.notes(study));
    }

    /** What the object has beside its single images shows the same twice; one of both is read. */
    @Test
    void objectBesideItsSourceImages() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        Study expected = ReadStudy.in(classic);
        DicomObject object = new EnhancedObject(EnhancedObject.Habit.LEGACY).add(classic).build()
                .text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".99").integers(Tag.SeriesNumber, 99);
        try (OutputStream out = Files.newOutputStream(classic.resolve("converted"))) {
            new NativeDicomCodec().write(object, out);
        }
        Study study = ReadStudy.in(classic);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("Left out series 1: series 99, the later one, shows the same place and is scored."),
                ReadStudy.notes(study));
    }

    @Test
    void fewerGroupsThanFrames() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        DicomObject object = new EnhancedObject(EnhancedObject.Habit.STANDARD).add(classic).build().integers(Tag.NumberOfFrames, 9);
        try (OutputStream out = Files.newOutputStream(folder.resolve("enhanced"))) {
            new NativeDicomCodec().write(object, out);
        }
        assertEquals(folder.resolve("enhanced") + " announces 9 frames and describes 7", ReadStudy.refusal(folder.resolve("enhanced")));
        assertEquals("No sagittal STIR series found in " + folder + ", saw 1 file that is not an image; " + folder.resolve("enhanced")
                + " announces 9 frames and describes 7", ReadStudy.refusal(folder));
    }

    @Test
    void mosaicIsRefusedClearly() throws Exception {
        SyntheticSeries.stir(1).imageType("ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC").write(folder);
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.contains("it is a mosaic, all slices tiled into one image as Siemens does"), reason);
    }

    /** The legacy converted object that PixelMed makes of the same images. */
    @Test
    void conversionByPixelMed() throws Exception {
        Path jars = Path.of("/usr/share/java");
        Assumptions.assumeTrue(Files.exists(jars.resolve("pixelmed.jar")), "PixelMed is not installed, test skipped");
        SyntheticSeries.stir(1).slices(7).described("STIR sag").write(classic);
        Study expected = ReadStudy.in(classic);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                jars + "/pixelmed.jar:" + jars + "/*", "com.pixelmed.dicom.MultiFrameImageFactory", classic.toString(), folder.toString())
                .redirectErrorStream(true).redirectOutput(new File("/dev/null")).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    /** Real objects whose functional groups were lost in anonymisation, in several transfer syntaxes. */
    @Test
    void objectsWithoutGroupsSaySo() throws Exception {
        List<Path> files = SharedData.files().stream().filter(file -> file.getFileName().toString().startsWith("emri_small")).toList();
        assertTrue(files.size() > 3);
        for (Path file : files) {
            assertTrue(ReadStudy.refusal(file).endsWith("(it has several frames in one file and no functional groups that say where each"
                    + " lies)"), ReadStudy.refusal(file));
        }
    }
}
