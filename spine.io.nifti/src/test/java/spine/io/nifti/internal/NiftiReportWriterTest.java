package spine.io.nifti.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.tck.SampleSpine;

class NiftiReportWriterTest {
    private static final int BODY = SampleSpine.HEIGHT * SampleSpine.DEPTH;
    private static final int INT16 = 4;
    private static final int UINT8 = 2;

    @TempDir
    Path folder;

    @Test
    void eachStationHasItsImageItsStructuresAndItsOedema() throws IOException {
        List<String> files = write(SampleSpine.whole().inTwoStations().oedema(Vertebra.T4, 3, 0, 8, 0, 5).input());
        assertEquals(List.of("image-1.nii.gz", "anatomy-1.nii.gz", "oedema-1.nii.gz", "image-2.nii.gz", "anatomy-2.nii.gz",
                "oedema-2.nii.gz", "nifti-slices.csv", "labels.tsv", "labels.itksnap.txt", "labels.ctbl"), files);
        assertEquals(INT16, volume("image-1").type(), "its values are whole numbers");
        assertEquals(UINT8, volume("anatomy-1").type());
        assertEquals(9 * BODY, count("anatomy-1", StructureLabels.of(Vertebra.T4)));
        assertEquals(9 * 4 * SampleSpine.DEPTH, count("anatomy-2", StructureLabels.of(DiscLevel.of("L4/5"))));
        assertEquals(8 * 5, count("oedema-1", 1));
    }

    @Test
    void noOedemaIsAVolumeWithoutAny() throws IOException {
        assertTrue(write(SampleSpine.whole().input()).contains("oedema-1.nii.gz"));
        ReadVolume oedema = volume("oedema-1");
        assertEquals(oedema.size(0) * oedema.size(1) * oedema.size(2), count("oedema-1", 0));
    }

    @Test
    void whereNoBodyIsNamedOedemaWasNotLookedFor() throws IOException {
        List<String> files = write(SampleSpine.of(5, Vertebra.C2, Vertebra.C2).unfound(Vertebra.C2).input());
        assertTrue(files.contains("anatomy-1.nii.gz"), files.toString());
        assertTrue(!files.contains("oedema-1.nii.gz"), files.toString());
    }

    @Test
    void everySliceIsNamed() throws IOException {
        ScoringInput input = SampleSpine.whole().inTwoStations().input();
        write(input);
        List<String> lines = Files.readAllLines(folder.resolve("nifti-slices.csv"));
        assertEquals("stack,k,sopInstanceUid,deviationMm", lines.get(0));
        assertEquals(1 + 18, lines.size());
        assertEquals("2,8," + input.study().stacks().get(1).slices().get(8).sopInstanceUid() + ",0", lines.get(18));
    }

    @Test
    void theTablesNameTheStructuresOfThisPerson() throws IOException {
        write(SampleSpine.of(NumericalVariant.T13).input());
        List<String> bids = Files.readAllLines(folder.resolve("labels.tsv"));
        assertEquals("index\tname\tcolor", bids.get(0));
        assertTrue(bids.contains("28\tT13\t#E69F00") && bids.contains("119\tT12/13\t#E69F00"), bids.toString());
        assertEquals(bids.size(), Files.readAllLines(folder.resolve("labels.ctbl")).stream().filter(line -> !line.startsWith("#")).count());
        assertTrue(Files.readString(folder.resolve("labels.itksnap.txt")).contains("\n28 230 159 0 1 1 1 \"T13\"\n"));
        assertTrue(Files.readString(folder.resolve("labels.ctbl")).contains("\n28 T13 230 159 0 255\n"));
    }

    private List<String> write(ScoringInput input) throws IOException {
        Score score = new Score("index", "1.0.0", Map.of("total", 0.0), List.of(), List.of(), List.of());
        ScoringResult result = new ScoringResult(input.study(), List.of(), input.anatomy(), input.lesions(), List.of(), List.of(score),
                List.of(), Timing.NONE);
        Stream<Path> written = new NiftiReportWriter().write(result, folder).stream();
        return written.map(file -> file.getFileName().toString()).toList();
    }

    private ReadVolume volume(String name) throws IOException {
        return ReadVolume.of(folder.resolve(name + ".nii.gz"));
    }

    private int count(String name, int label) throws IOException {
        ReadVolume volume = volume(name);
        int count = 0;
        for (int voxel = 0; voxel < volume.size(0) * volume.size(1) * volume.size(2); voxel++) {
            count += volume.label(voxel) == label ? 1 : 0;
        }
        return count;
    }
}
