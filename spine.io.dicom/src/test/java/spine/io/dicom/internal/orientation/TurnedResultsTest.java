package spine.io.dicom.internal.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.report.MaskFrame;
import spine.api.report.ScoringResult;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.gsps.GspsReportWriter;
import spine.io.dicom.internal.header.PlaneReader;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.ScoredStudy;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.io.dicom.internal.seg.SegReportWriter;
import spine.io.dicom.internal.seg.SegmentCentres;
import spine.io.dicom.internal.sr.SrReportWriter;

/** Results of images that were turned on reading refer to the pixels that are stored. */
class TurnedResultsTest {
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final SegMaskReader masks = new SegMaskReader(codec);

    @TempDir
    private Path folder;
    private ScoringResult upright;
    private Path uprightResult;

    @BeforeEach
    void scoreUpright() throws Exception {
        upright = new ScoredStudy(Files.createDirectory(folder.resolve("upright"))).result(ScoredStudy.spine());
        uprightResult = Files.createDirectory(folder.resolve("uprightResult"));
    }

    /** A mask on a pixel of the file is a mask at its place, and comes back where it was, whether the file says where it lies or not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void masksAreThoseOfStoredPixels(int form) throws Exception {
        ScoringResult turned = turned(image -> new StoredForm(form).apply(image));
        Path result = Files.createDirectory(folder.resolve("result"));
        List<Path> written = new SegReportWriter(codec).write(turned, result);
        List<Path> expected = new SegReportWriter(codec).write(upright, uprightResult);
        assertEquals(expected.size(), written.size());
        List<SliceStack> stacks = turned.study().stacks();
        for (int i = 0; i < written.size(); i++) {
            assertStored(masks.read(written.get(i)));
            assertSame(masks.read(expected.get(i)), masks.read(written.get(i), stacks), true);
            assertSame(masks.read(expected.get(i)), masks.read(withoutPlaces(written.get(i)), stacks), false);
            assertCentres(SegmentCentres.read(expected.get(i), codec), SegmentCentres.read(written.get(i), codec));
        }
        assertCentres(SegmentCentres.read(new SrReportWriter(codec).write(upright, uprightResult).get(0), codec),
                SegmentCentres.read(new SrReportWriter(codec).write(turned, result).get(0), codec));
    }

    @Test
    void slicesOfOneStackMayBeStoredInDifferentForms() throws Exception {
        Consumer<DicomObject> change = image -> new StoredForm(2 * (image.integer(Tag.InstanceNumber, 0) % 4)).apply(image);
        ScoringResult turned = turned(change);
        List<Path> written = new SegReportWriter(codec).write(turned, Files.createDirectory(folder.resolve("result")));
        List<Path> expected = new SegReportWriter(codec).write(upright, uprightResult);
        for (int i = 0; i < written.size(); i++) {
            assertStored(masks.read(written.get(i)));
            assertSame(masks.read(expected.get(i)), masks.read(written.get(i), turned.study().stacks()), true);
        }
        assertEquals(drawings(upright, uprightResult), drawings(turned, folder.resolve("result")));
    }

    /** Points of a presentation state lie where they lie on the upright images. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void drawingsAreOnStoredPixels(int form) throws Exception {
        ScoringResult turned = turned(image -> new StoredForm(form).apply(image));
        Map<String, TreeSet<String>> drawings = drawings(turned, Files.createDirectory(folder.resolve("result")));
        assertTrue(drawings.size() > 10, drawings.toString());
        assertEquals(drawings(upright, uprightResult), drawings);
    }

    private ScoringResult turned(Consumer<DicomObject> change) throws Exception {
        return new ScoredStudy(Files.createDirectory(folder.resolve("turned"))).each(change).result(ScoredStudy.spine());
    }

    /** Each frame has the size of its image's file and lies exactly there. */
    private void assertStored(List<MaskFrame> frames) throws Exception {
        for (MaskFrame frame : frames) {
            DicomObject image = codec.read(folder.resolve("turned").resolve(frame.sopInstanceUid() + ".dcm"), false);
            assertEquals(image.integer(Tag.Rows, 0), frame.rows());
            assertEquals(image.integer(Tag.Columns, 0), frame.columns());
            SlicePlane plane = PlaneReader.of(image, 0).plane().orElseThrow();
            assertNear(plane.origin(), frame.plane().orElseThrow().origin());
            assertNear(plane.toPatient(5, 9), frame.plane().orElseThrow().toPatient(5, 9));
        }
    }

    private static void assertSame(List<MaskFrame> expected, List<MaskFrame> actual, boolean placed) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).label(), actual.get(i).label());
            assertEquals(expected.get(i).sopInstanceUid(), actual.get(i).sopInstanceUid());
            assertEquals(expected.get(i).columns(), actual.get(i).columns());
            assertArrayEquals(expected.get(i).mask(), actual.get(i).mask());
            assertEquals(placed, actual.get(i).plane().isPresent());
            if (placed) {
                assertNear(expected.get(i).plane().orElseThrow().toPatient(5, 9), actual.get(i).plane().orElseThrow().toPatient(5, 9));
            }
        }
    }

    private static void assertCentres(SegmentCentres expected, SegmentCentres actual) {
        assertEquals(expected.byLabel().keySet(), actual.byLabel().keySet());
        expected.byLabel().forEach((label, centre) -> assertNear(centre, actual.byLabel().get(label)));
    }

    private static void assertNear(Vec3 expected, Vec3 actual) {
        assertTrue(expected.distance(actual) < 1e-6, expected + " and " + actual);
    }

    /** As tools write it that name the images only. */
    private Path withoutPlaces(Path segmentation) throws Exception {
        DicomObject object = codec.read(segmentation, true);
        DicomObject bare = new DicomObject();
        object.elements().stream().filter(element -> element.tag() != ResultTag.SharedFunctionalGroupsSequence).forEach(bare::put);
        Path file = segmentation.resolveSibling("bare-" + segmentation.getFileName());
        try (var out = Files.newOutputStream(file)) {
            codec.write(bare, out);
        }
        return file;
    }

    /** All points of each image and layer, in tenths of millimetres of the patient. */
    private Map<String, TreeSet<String>> drawings(ScoringResult result, Path target) throws Exception {
        Map<String, Slice> slices = result.study().stacks().stream().flatMap(stack -> stack.slices().stream())
                .collect(Collectors.toMap(Slice::sopInstanceUid, slice -> slice));
        Map<String, TreeSet<String>> drawings = new TreeMap<>();
        for (Path file : new GspsReportWriter(codec).write(result, target)) {
            for (DicomObject annotation : codec.read(file, true).items(ResultTag.GraphicAnnotationSequence)) {
                String uid = annotation.items(ResultTag.ReferencedImageSequence).get(0).text(ResultTag.ReferencedSOPInstanceUID);
                assertNotNull(slices.get(uid));
                DicomObject image = codec.read(Path.of(slices.get(uid).source().orElseThrow()), false);
                SlicePlane plane = PlaneReader.of(image, 0).plane().orElseThrow();
                TreeSet<String> points = drawings.computeIfAbsent(uid + annotation.text(ResultTag.GraphicLayer), any -> new TreeSet<>());
                annotation.items(ResultTag.GraphicObjectSequence)
                        .forEach(item -> add(plane, item.numbers(ResultTag.GraphicData), "", points));
                annotation.items(ResultTag.TextObjectSequence).forEach(item -> add(plane, item.numbers(ResultTag.AnchorPoint),
                        item.text(ResultTag.UnformattedTextValue), points));
            }
        }
        return drawings;
    }

    private static void add(SlicePlane plane, double[] data, String words, TreeSet<String> points) {
        for (int i = 0; i < data.length; i += 2) {
            Vec3 place = plane.toPatient(data[i] - 0.5, data[i + 1] - 0.5).times(10);
            points.add(Math.round(place.x()) + " " + Math.round(place.y()) + " " + Math.round(place.z()) + " " + words);
        }
    }
}
