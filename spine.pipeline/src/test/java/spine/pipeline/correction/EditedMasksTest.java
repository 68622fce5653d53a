package spine.pipeline.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.UnusableInputException;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.report.Correction.MaskFile;
import spine.api.report.MaskFrame;
import spine.api.report.MaskReader;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.ScoringInput;
import spine.tck.SampleSpine;

class EditedMasksTest {
    private static final ScoringInput SPINE = SampleSpine.of(5, Vertebra.T6, Vertebra.T9).oedema(Vertebra.T7, 2, 0, 8, 5, 15).input();
    private static final ScoringResult MACHINE = new ScoringResult(SPINE.study(), List.of(), SPINE.anatomy(), SPINE.lesions(), List.of(),
            List.of(), List.of(), List.of(), List.of(), Timing.NONE);
    private static final Slice IMAGE = SPINE.study().stacks().get(0).slices().get(2);

    @TempDir
    Path folder;

    private final Map<Path, List<MaskFrame>> files = new HashMap<>();
    private final MaskReader reader = file -> files.get(file);

    private Path file(String name, MaskFrame... frames) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name);
        files.put(file, List.of(frames));
        return file;
    }

    private static MaskFrame frame(String label, int first, int count) {
        byte[] mask = new byte[IMAGE.rows() * IMAGE.columns()];
        Arrays.fill(mask, first, first + count, (byte) 1);
        return new MaskFrame(label, IMAGE.sopInstanceUid(), IMAGE.rows(), IMAGE.columns(), mask);
    }

    private EditedMasks read(Path... further) throws Exception {
        return EditedMasks.read(MACHINE, folder, List.of(further), reader);
    }

    @Test
    void aResultWithoutMasksKeepsThoseOfTheModels() throws Exception {
        EditedMasks masks = read();
        assertSame(SPINE.lesions().get(0).lesion(), masks.oedema().get(0));
        assertSame(SPINE.anatomy().stacks().get(0).structures(), masks.structures().get(0));
        assertEquals(List.of(), masks.edited());
    }

    @Test
    void severalSegmentsOfOedemaAreOneMaskAndTheFileIsNamed() throws Exception {
        EditedMasks masks = read(file("mine.dcm", frame("Lesion 1", 10, 5), frame("Edema", 30, 5)));
        byte[] mask = masks.oedema().get(0)[2];
        assertEquals(10, IntStream.range(0, mask.length).filter(i -> mask[i] != 0).count());
        assertEquals(List.of("mine.dcm"), masks.edited().stream().map(MaskFile::name).toList());
        assertSame(SPINE.anatomy().stacks().get(0).structures(), masks.structures().get(0));
    }

    @Test
    void aDeletedMaskOfOedemaMeansNoneAndIsTold() throws Exception {
        file("anatomy-1.seg.dcm", frame("T7", 10, 5));
        EditedMasks masks = read();
        assertTrue(StructureCodes.of(masks.oedema().get(0)).isEmpty());
        assertTrue(masks.remarks().get(0).startsWith("The models' mask of oedema of station 1 is no longer"), masks.remarks().toString());
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() throws Exception {
        Path unnamed = file("unnamed.dcm", frame("Segment_1", 0, 1));
        assertTrue(refusal(unnamed).contains("has a segment 'Segment_1' that is neither oedema nor a vertebra"));
        Path overlap = file("overlap.dcm", frame("T7", 0, 4), frame("T7/8", 3, 4));
        assertTrue(refusal(overlap).contains("T7 and T7/8 overlap on image " + IMAGE.sopInstanceUid()));
        Path foreign = file("foreign.dcm",
                new MaskFrame("oedema", "9.9", IMAGE.rows(), IMAGE.columns(), new byte[IMAGE.rows() * IMAGE.columns()]));
        assertTrue(refusal(foreign).contains("foreign.dcm is of another study"));
        Path grid = file("grid.dcm", new MaskFrame("oedema", IMAGE.sopInstanceUid(), 2, 2, new byte[4]));
        assertTrue(refusal(grid).contains("grid.dcm has masks of 2 x 2 pixels for images of"));
        Path mirrored = file("mirrored.dcm", new MaskFrame("oedema", IMAGE.sopInstanceUid(), IMAGE.rows(), IMAGE.columns(),
                new byte[IMAGE.rows() * IMAGE.columns()], Optional.of(new SlicePlane(IMAGE.plane().origin(),
                        IMAGE.plane().alongRow().times(-1), IMAGE.plane().alongColumn(), IMAGE.plane().columnSpacing(),
                        IMAGE.plane().rowSpacing()))));
        assertTrue(refusal(mirrored).contains("does not lie where its image " + IMAGE.sopInstanceUid()));
        assertTrue(refusal(file("empty.dcm")).endsWith("empty.dcm holds no mask."));
        assertTrue(refusal(folder.resolve("absent.dcm")).endsWith("absent.dcm does not exist."));
        file("oedema-1.seg.dcm", frame("oedema", 0, 1));
        String sentence = assertThrows(UnusableInputException.class, this::read).getMessage();
        assertTrue(sentence.startsWith("No masks of the vertebrae of station 1"), sentence);
    }

    private String refusal(Path file) {
        return assertThrows(UnusableInputException.class, () -> read(file)).getMessage();
    }
}
