package spine.io.dicom.internal.seg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.LabelMap;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.report.Correction;
import spine.api.report.MaskFrame;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.study.DicomStudyReader;
import spine.io.dicom.internal.study.SyntheticSeries;

class SegReportWriterTest {
    private static final byte T7 = StackAnatomy.bodyCode(Vertebra.T7);
    private static final byte T7_8 = StackAnatomy.discCode(DiscLevel.of("T7/8"));
    private static final byte S1 = StackAnatomy.bodyCode(Vertebra.S1);

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final SegReportWriter writer = new SegReportWriter(codec);
    private final SegMaskReader masks = new SegMaskReader(codec);

    @TempDir
    private Path images;
    @TempDir
    private Path report;

    private Study study;

    @BeforeEach
    void readStudy() throws Exception {
        SyntheticSeries.stir(1).top(250).rows(7).write(images);
        SyntheticSeries.stir(2).top(-100).rows(7).write(images);
        study = new DicomStudyReader(codec, new DecodedImages(codec)).find(List.of(images), SeriesChoice.AUTOMATIC).get(0).load();
    }

    @Test
    void masksComeBackAsTheyWere() throws Exception {
        List<Path> written = writer.write(result(models("1.0.0")), report);
        assertEquals(List.of("anatomy-1.seg.dcm", "oedema-1.seg.dcm"),
                written.stream().map(file -> file.getFileName().toString()).toList());
        try (var listing = Files.list(report)) {
            assertEquals(2, listing.count());
        }

        List<MaskFrame> frames = masks.read(written.get(0));
        assertEquals(List.of("T7", "T7", "S1", "T7/8"), frames.stream().map(MaskFrame::label).toList());
        List<Slice> slices = study.stacks().get(0).slices();
        assertEquals(slices.get(1).sopInstanceUid(), frames.get(0).sopInstanceUid());
        assertEquals(slices.get(3).sopInstanceUid(), frames.get(1).sopInstanceUid());
        assertArrayEquals(mask(slices.get(0).pixels().length, 2, 27), frames.get(0).mask());
        assertArrayEquals(mask(slices.get(0).pixels().length, 9), frames.get(3).mask());
        assertEquals(7, frames.get(0).rows());

        List<MaskFrame> lesions = masks.read(written.get(1));
        assertEquals(List.of("oedema"), lesions.stream().map(MaskFrame::label).toList());
        assertArrayEquals(mask(28, 2, 3), lesions.get(0).mask());
    }

    @Test
    void patientAndStudyComeFromTheImages() throws Exception {
        DicomObject object = read(writer.write(result(models("1.0.0")), report).get(0));
        assertEquals("20240229", object.text(Tag.ContentDate));
        assertEquals("Nobody^Knows", object.text(Tag.PatientName));
        assertEquals("SECRET", object.text(Tag.PatientID));
        assertEquals(SyntheticSeries.STUDY, object.text(Tag.StudyInstanceUID));
        assertEquals(study.stacks().get(0).frameOfReferenceUid(), object.text(Tag.FrameOfReferenceUID));
        double[] position = object.items(ResultTag.PerFrameFunctionalGroupsSequence).get(0)
                .items(ResultTag.PlanePositionSequence).get(0).numbers(Tag.ImagePositionPatient);
        assertArrayEquals(new double[] {2, -80, 250}, position);
    }

    @Test
    void theSameResultGivesTheSameBytesAndAnotherModelAnotherObject() throws Exception {
        Path file = writer.write(result(models("1.0.0")), report).get(0);
        byte[] once = Files.readAllBytes(file);
        String uid = read(file).text(Tag.SOPInstanceUID);
        assertTrue(uid.startsWith("2.25.") && uid.length() <= 64, uid);
        assertArrayEquals(once, Files.readAllBytes(writer.write(result(models("1.0.0")), report).get(0)));
        assertNotEquals(uid, read(writer.write(result(models("1.0.1")), report).get(0)).text(Tag.SOPInstanceUID));
    }

    @Test
    void masksOfOtherClassesComeBackUnderTheirLabelsAndTeachNothing() throws Exception {
        SliceStack stack = study.stacks().get(0);
        byte[][] map = stack.slices().stream().map(slice -> new byte[slice.pixels().length]).toArray(byte[][]::new);
        LabelMap masks = new LabelMap(List.of("background", "haemangioma", "Schmorl node"), map);
        Path file = report.resolve("mimics.seg.dcm");
        SegMaskWriter other = new SegMaskWriter(codec);
        assertFalse(other.write(SyntheticSeries.STUDY, stack, "mimics", masks, 9501, file));
        assertFalse(Files.exists(file));
        map[1][3] = 2;
        assertTrue(other.write(SyntheticSeries.STUDY, stack, "mimics", masks, 9501, file));
        List<MaskFrame> frames = this.masks.read(file);
        assertEquals(List.of("Schmorl node"), frames.stream().map(MaskFrame::label).toList());
        assertEquals(stack.slices().get(1).sopInstanceUid(), frames.get(0).sopInstanceUid());
        assertArrayEquals(mask(map[1].length, 3), frames.get(0).mask());
        assertEquals(Set.of(), this.masks.classes(file));
        assertEquals("spine mimics", read(file).text(Tag.SeriesDescription));
    }

    @Test
    void noOedemaGivesEmptyFramesOfEveryImage() throws Exception {
        ScoringResult clean = new ScoringResult(study, models("1.0.0"), anatomy(true), List.of(lesion(false), lesion(false)),
                List.of(), List.of(), List.of(), Timing.NONE);
        List<Path> written = writer.write(clean, report);
        assertEquals(List.of("anatomy-1.seg.dcm", "oedema-1.seg.dcm"), written.stream().map(file -> file.getFileName().toString()).toList(),
                "on the second stack nothing was looked for");
        List<MaskFrame> frames = masks.read(written.get(1));
        assertEquals(study.stacks().get(0).slices().stream().map(Slice::sopInstanceUid).toList(),
                frames.stream().map(MaskFrame::sopInstanceUid).toList());
        for (MaskFrame frame : frames) {
            assertEquals("oedema", frame.label());
            assertArrayEquals(new byte[28], frame.mask());
        }
        DicomObject segment = read(written.get(1)).items(ResultTag.SegmentSequence).get(0);
        assertEquals("none found on these images", segment.text(ResultTag.SegmentDescription));
        assertValid(written);
    }

    @Test
    void neighboursHaveDifferentColoursAndOedemaItsOwn() throws Exception {
        List<Path> written = writer.write(result(models("1.0.0")), report);
        List<List<Double>> colours = new ArrayList<>();
        for (Path file : written) {
            for (DicomObject segment : read(file).items(ResultTag.SegmentSequence)) {
                colours.add(Arrays.stream(segment.numbers(ResultTag.RecommendedDisplayCIELabValue)).boxed().toList());
            }
        }
        assertEquals(4, Set.copyOf(colours).size(), "T7, S1, T7/8, oedema: " + colours);
        for (List<Double> lab : colours) {
            assertEquals(3, lab.size());
        }
        List<Double> oedema = colours.get(3);
        assertEquals(71, oedema.get(1) * 255 / 65535 - 128, 1, "a*: red, as PS3.3 C.10.7.1.1 scales it");
    }

    @Test
    void aFractionalSegmentationCountsFromHalf() throws Exception {
        DicomObject object = read(writer.write(result(models("1.0.0")), report).get(1));
        byte[] values = new byte[28];
        values[2] = 127;
        values[3] = (byte) 128;
        values[5] = (byte) 255;
        object.text(ResultTag.SegmentationType, "CS", "FRACTIONAL").unsignedShorts(ResultTag.MaximumFractionalValue, 255)
                .unsignedShorts(Tag.BitsAllocated, 8).unsignedShorts(Tag.BitsStored, 8).unsignedShorts(Tag.HighBit, 7)
                .put(DicomElement.of(Tag.PixelData, "OB", values));
        Path file = report.resolve("fractional.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            codec.write(object, out);
        }
        List<MaskFrame> frames = masks.read(file);
        assertArrayEquals(mask(28, 3, 5), frames.get(0).mask());
        assertEquals(study.stacks().get(0).slices().stream().filter(slice -> slice.sopInstanceUid().equals(frames.get(0).sopInstanceUid()))
                .findFirst().orElseThrow().plane().origin(), frames.get(0).plane().orElseThrow().origin());
    }

    @Test
    void masksThatAPersonCorrectedAreOtherObjectsAndSaySo() throws Exception {
        ScoringResult made = result(models("1.0.0"));
        String series = read(writer.write(made, report).get(1)).text(Tag.SeriesInstanceUID);
        ScoringResult corrected = new ScoringResult(made.study(), made.models(), made.anatomy(), made.lesions(), made.images(),
                made.findings(),
                made.scores(), made.intervals(), made.warnings(), made.timing(), made.engines(), made.settings(), made.failures(),
                Optional.of(new Correction("0".repeat(64), List.of(), Map.of(), new Correction.OedemaChange(1, 0, 0), List.of())));
        List<Path> written = writer.write(corrected, report);
        assertValid(written);
        assertEquals("AUTOMATIC", read(written.get(0)).items(ResultTag.SegmentSequence).get(0).text(ResultTag.SegmentAlgorithmType));
        assertEquals("SEMIAUTOMATIC", read(written.get(1)).items(ResultTag.SegmentSequence).get(0).text(ResultTag.SegmentAlgorithmType));
        assertNotEquals(series, read(written.get(1)).text(Tag.SeriesInstanceUID));
    }

    @Test
    void nothingFoundGivesNoFile() throws Exception {
        ScoringResult empty = new ScoringResult(study, List.of(), anatomy(false), List.of(lesion(false), lesion(false)),
                List.of(), List.of(), List.of(), Timing.NONE);
        assertTrue(writer.write(empty, report).isEmpty());
    }

    @Test
    void imagesMadeInMemoryNeedNoSource() throws Exception {
        List<SliceStack> stacks = study.stacks().stream().map(stack -> new SliceStack(stack.seriesInstanceUid(), "",
                "", stack.acquisition(), stack.slices().stream().map(slice -> new Slice(slice.sopInstanceUid(), slice.sopClassUid(),
                        slice.plane(), slice.rows(), slice.columns(), slice.pixels(), Optional.empty())).toList())).toList();
        study = new Study(study.studyInstanceUid(), stacks, List.of());
        List<Path> written = writer.write(result(List.of()), report);
        assertEquals("", read(written.get(0)).text(Tag.PatientName));
        assertValid(written);
    }

    @Test
    void objectsAreValid() throws Exception {
        assertValid(writer.write(result(models("1.0.0")), report));
    }

    @Test
    void anImageIsNoMaskFile() {
        Path image = images.resolve("1-0");
        assertEquals(image + " is neither a binary nor a fractional DICOM segmentation",
                assertThrows(UnusableInputException.class, () -> masks.read(image)).getMessage());
    }

    private static void assertValid(List<Path> files) throws Exception {
        Path validator = Path.of("/usr/bin/dciodvfy");
        Assumptions.assumeTrue(Files.isExecutable(validator), "dciodvfy (dicom3tools) is not installed, validation skipped");
        for (Path file : files) {
            Process process = new ProcessBuilder(validator.toString(), "-new", file.toString()).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), output);
            List<String> complaints = output.lines().filter(line -> line.matches("(Error|Warning).*"))
                    .filter(line -> !line.endsWith("needed to build DICOMDIR")).toList();
            assertEquals(List.of(), complaints, output);
        }
    }

    private ScoringResult result(List<ModelCard> models) {
        return new ScoringResult(study, models, anatomy(true), List.of(lesion(true), lesion(false)), List.of(), List.of(),
                List.of(), Timing.NONE);
    }

    /** T7 on two slices, S1 and T7/8 on one, nothing on the second stack. */
    private SpineAnatomy anatomy(boolean found) {
        byte[][] upper = empty();
        if (found) {
            upper[1][2] = T7;
            upper[1][27] = T7;
            upper[3][0] = T7;
            upper[3][1] = S1;
            upper[4][9] = T7_8;
        }
        return new SpineAnatomy(List.of(new StackAnatomy(upper, empty(), List.of(), List.of()),
                new StackAnatomy(empty(), empty(), List.of(), List.of())),
                DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
    }

    private LesionMap lesion(boolean found) {
        byte[][] lesion = empty();
        if (found) {
            lesion[3][2] = 1;
            lesion[3][3] = 1;
        }
        return new LesionMap(lesion);
    }

    private static byte[][] empty() {
        return new byte[5][28];
    }

    private static byte[] mask(int pixels, int... set) {
        byte[] mask = new byte[pixels];
        for (int pixel : set) {
            mask[pixel] = 1;
        }
        return mask;
    }

    private static List<ModelCard> models(String version) {
        return List.of(card("spine.model.vbivd", ModelRole.ANATOMY, version), card("spine.model.bmo", ModelRole.OEDEMA, version));
    }

    private static ModelCard card(String id, String role, String version) {
        return new ModelCard(id, version, role, List.of("background", "x"), Map.of(), 0.5, "", Map.of(), "", "0".repeat(64));
    }

    private DicomObject read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return codec.read(in, file.toString(), true);
        }
    }
}
