package spine.evaluate.internal.insertion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.Study;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.service.InsertedLesion;
import spine.api.service.InsertionRequest;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.evaluate.internal.partial.KnownLesion;
import spine.evaluate.internal.partial.PartialTruth;
import spine.evaluate.internal.partial.PartialTruthReader;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.study.DicomStudyReader;

/** A T2 study of five slices, 1 mm pixels of 100; four bodies of 30 by 24 mm one above the other, L1 to L4. */
class OedemaInsertionTest {
    private static final int COLUMNS = 60;
    private static final int ROWS = 140;
    private static final int SLICES = 5;
    private static final List<Vertebra> LEVELS = List.of(Vertebra.L1, Vertebra.L2, Vertebra.L3, Vertebra.L4);

    @TempDir
    Path folder;
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final OedemaInsertion insertion = new OedemaInsertion(codec, new SegMaskReader(codec), new SegReportWriter(codec));
    private Study study;

    @BeforeEach
    void writeImages() throws Exception {
        Path images = Files.createDirectories(folder.resolve("base"));
        for (int i = 0; i < SLICES; i++) {
            try (OutputStream out = Files.newOutputStream(images.resolve(i + ".dcm"))) {
                codec.write(image(i), out);
            }
        }
        study = study(images);
    }

    @Test
    void oedemaIsAsBrightAsAskedWhereTheTruthSaysAndNowhereElse() throws Exception {
        List<InsertedLesion> inserted = insertion.insert(request(recognised(-1), 2, 1, 7), folder.resolve("out"));
        assertEquals(2, inserted.size());
        assertTrue(inserted.get(0).place().endsWith("corner"), inserted.toString());
        assertTrue(inserted.get(1).place().endsWith("endplate"), inserted.toString());
        assertNotEquals(inserted.get(0).vertebra(), inserted.get(1).vertebra());
        PartialTruth truth = truth(folder.resolve("out"));
        assertEquals(List.of(), truth.structures(), "its own outlines are no truth to compare names with");
        assertEquals(Optional.of(false), truth.healthy());
        Study written = study(folder.resolve("out"));
        assertEquals(truth.study(), written.studyInstanceUid());
        for (int i = 0; i < 2; i++) {
            KnownLesion lesion = truth.lesions().get(i);
            assertEquals(inserted.get(i).pixels(), lesion.masks().pixels());
            assertEquals(inserted.get(i).unit(), lesion.unit().orElseThrow());
            assertTrue(lesion.concerns(inserted.get(i).vertebra().name()));
        }
        // A quarter of a circle of 11 mm, 95 mm2, and 30 by 6 mm, on three slices; the soft edge moves it by less than a pixel.
        assertTrue(Math.abs(inserted.get(0).pixels() / 3.0 - 95) < 15, inserted.toString());
        assertTrue(Math.abs(inserted.get(1).pixels() / 3.0 - 180) < 32, inserted.toString());
        float brightest = 0;
        for (Slice slice : written.stacks().get(0).slices()) {
            for (int i = 0; i < slice.pixels().length; i++) {
                brightest = Math.max(brightest, slice.pixels()[i]);
                assertEquals(in(truth, slice, i), slice.pixels()[i] > 150, "pixel " + i);
            }
        }
        assertEquals(200, brightest);
    }

    @Test
    void theSameSeedGivesTheSameFilesAndTheRatioLeavesThePlaces() throws Exception {
        insertion.insert(request(recognised(-1), 2, 1, 7), folder.resolve("a"));
        insertion.insert(request(recognised(-1), 2, 1, 7), folder.resolve("b"));
        assertEquals(digest(folder.resolve("a")), digest(folder.resolve("b")));
        List<InsertedLesion> brighter = insertion.insert(request(recognised(-1), 3, 1, 7), folder.resolve("c"));
        assertEquals(insertion.insert(request(recognised(-1), 1.5, 1, 7), folder.resolve("d")), brighter);
        List<List<InsertedLesion>> draws = new ArrayList<>();
        for (int draw = 1; draw <= 4; draw++) {
            draws.add(insertion.insert(request(recognised(-1), 2, draw, 8), folder.resolve("draw-" + draw)));
        }
        assertTrue(draws.stream().distinct().count() > 1, draws.toString());
        assertNotEquals(truth(folder.resolve("a")).study(), truth(folder.resolve("c")).study());
    }

    @Test
    void theHeaderIsNobodysAndSaysWhatWasDone() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("base/0.dcm"));
        insertion.insert(request(recognised(-1), 2, 1, 7), folder.resolve("out"));
        DicomObject image = codec.read(folder.resolve("out/series-01/image-001.dcm"), false);
        assertEquals("INSERTED^LESIONS", image.text(Tag.PatientName));
        assertFalse(image.text(Tag.PatientID).contains("4711"));
        assertEquals(160, image.number(Tag.InversionTime));
        assertTrue(image.text(Tag.SeriesDescription).startsWith("STIR in name only, oedema x2"), image.text(Tag.SeriesDescription));
        assertEquals("DERIVED", image.text(Tag.ImageType));
        assertNotEquals(study.studyInstanceUid(), image.text(Tag.StudyInstanceUID));
        assertTrue(image.element(0x00091001).isEmpty(), "a private element");
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("base/0.dcm")));
    }

    @Test
    void bodiesWithALesionAreLeftAlone() throws Exception {
        for (int draw = 1; draw <= 6; draw++) {
            List<InsertedLesion> inserted = insertion.insert(request(recognised(1), 2, draw, 7), folder.resolve("out" + draw));
            assertTrue(inserted.stream().noneMatch(lesion -> lesion.vertebra() == LEVELS.get(1)), inserted.toString());
        }
    }

    @Test
    void givenOutlinesAreUsedAndComparedAndTheLesionsOfThePatientKept() throws Exception {
        insertion.insert(request(recognised(-1), 2, 1, 7), folder.resolve("first"));
        Study first = study(folder.resolve("first"));
        Path outlines = insertion.outlines(List.of(folder.resolve("first"))).get(first.studyInstanceUid());
        InsertionRequest request = new InsertionRequest("x", first, Optional.of(outlines), Optional.empty(), 1.5, 2, 1, 3);
        List<InsertedLesion> second = insertion.insert(request, folder.resolve("second"));
        PartialTruth truth = truth(folder.resolve("second"));
        assertEquals(2, second.size());
        assertEquals(List.of("L1", "L2", "L3", "L4"), truth.structures().stream().map(structure -> structure.name()).toList());
        assertEquals(4, truth.lesions().size());
        assertEquals(2, truth.lesions().stream().filter(KnownLesion::inserted).count());
        List<InsertedLesion> all = new ArrayList<>(second);
        truth(folder.resolve("first")).lesions().forEach(lesion ->
                assertTrue(all.stream().noneMatch(other -> lesion.concerns(other.vertebra().name()))));
    }

    @Test
    void withoutABodyThereIsNothing() {
        ScoringResult nothing = result(SpineAnatomy.none(List.of(anatomy(List.of())), "no spine"), -1);
        String message = assertThrows(UnusableInputException.class, () -> insertion.insert(
                new InsertionRequest("x", study, Optional.empty(), Optional.of(nothing), 2, 2, 1, 1), folder.resolve("out"))).getMessage();
        assertTrue(message.contains("no vertebral body was found."), message);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void imagesThatAreStoredTurnedAreRefused() throws Exception {
        Path images = folder.resolve("base");
        for (int i = 0; i < SLICES; i++) {
            try (OutputStream out = Files.newOutputStream(images.resolve(i + ".dcm"))) {
                codec.write(image(i).decimals(Tag.ImageOrientationPatient, 0, 1, 0, 0, 0, 1), out);
            }
        }
        study = study(images);
        String message = assertThrows(UnusableInputException.class,
                () -> insertion.insert(request(recognised(-1), 2, 1, 7), folder.resolve("out"))).getMessage();
        assertTrue(message.contains(images + "/") && message.contains(".dcm is stored turned or mirrored; "), message);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private static boolean in(PartialTruth truth, Slice slice, int pixel) {
        return truth.lesions().stream().anyMatch(lesion -> lesion.masks().on(slice.sopInstanceUid()).get(pixel));
    }

    private InsertionRequest request(ScoringResult recognised, double ratio, int draw, long seed) {
        return new InsertionRequest("base", study, Optional.empty(), Optional.of(recognised), ratio, 2, draw, seed);
    }

    private PartialTruth truth(Path place) throws Exception {
        return new PartialTruthReader(new SegMaskReader(codec)).read(place.resolve("truth/truth.json"));
    }

    private Study study(Path place) throws UnusableInputException {
        return new DicomStudyReader(codec, new DecodedImages(codec)).find(List.of(place), new SeriesChoice(Set.of(), true)).get(0).load();
    }

    private static TreeMap<String, Integer> digest(Path place) throws IOException {
        TreeMap<String, Integer> digests = new TreeMap<>();
        try (var files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(place.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    /** @param affected index of the body in which there is oedema, -1 for none */
    private ScoringResult recognised(int affected) {
        List<DiscovertebralUnit> units = DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList();
        return result(new SpineAnatomy(List.of(anatomy(LEVELS)), units, List.of()), affected);
    }

    private ScoringResult result(SpineAnatomy anatomy, int affected) {
        LesionMap oedema = LesionMap.none(study.stacks().get(0));
        if (affected >= 0) {
            oedema.lesion()[2][(top(affected) + 5) * COLUMNS + 20] = 1;
        }
        return new ScoringResult(study, List.of(), anatomy, List.of(oedema), List.of(), List.of(), List.of(), Timing.NONE);
    }

    private static StackAnatomy anatomy(List<Vertebra> levels) {
        byte[][] structures = new byte[SLICES][ROWS * COLUMNS];
        for (int slice = 0; slice < SLICES; slice++) {
            for (int body = 0; body < levels.size(); body++) {
                for (int row = top(body); row < top(body) + 24; row++) {
                    // The middle slice is the largest.
                    Arrays.fill(structures[slice], row * COLUMNS + 15, row * COLUMNS + (slice == 2 ? 45 : 44),
                            StackAnatomy.bodyCode(levels.get(body)));
                }
            }
        }
        return new StackAnatomy(structures, new byte[SLICES][ROWS * COLUMNS], List.of(), List.of());
    }

    private static int top(int body) {
        return 10 + 32 * body;
    }

    private static DicomObject image(int index) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            pixels.putShort((short) 100);
        }
        return new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE)
                .text(Tag.SOPInstanceUID, "UI", "1.2.3." + (index + 1))
                .text(Tag.StudyInstanceUID, "UI", "1.2").text(Tag.SeriesInstanceUID, "UI", "1.2.3").text(Tag.Modality, "CS", "MR")
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY").text(Tag.SeriesDescription, "LO", "t2 sag")
                .text(Tag.PatientName, "PN", "A^B").text(Tag.PatientID, "LO", "4711").text(0x00091001, "LO", "private")
                .text(Tag.ScanningSequence, "CS", "SE").decimals(Tag.RepetitionTime, 3500).decimals(Tag.EchoTime, 100)
                .decimals(Tag.MagneticFieldStrength, 1.5).decimals(Tag.SliceThickness, 4).text(Tag.FrameOfReferenceUID, "UI", "1.2.4")
                .integers(Tag.InstanceNumber, index + 1).decimals(Tag.ImagePositionPatient, 4 * index, 0, 0)
                .decimals(Tag.ImageOrientationPatient, 0, 1, 0, 0, 0, -1).decimals(Tag.PixelSpacing, 1, 1)
                .unsignedShorts(Tag.SamplesPerPixel, 1).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, ROWS).unsignedShorts(Tag.Columns, COLUMNS).unsignedShorts(Tag.BitsAllocated, 16)
                .unsignedShorts(Tag.BitsStored, 12).unsignedShorts(Tag.HighBit, 11).unsignedShorts(Tag.PixelRepresentation, 0)
                .put(DicomElement.of(Tag.PixelData, "OW", pixels.array()));
    }
}
