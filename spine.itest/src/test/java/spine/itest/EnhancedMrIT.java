package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A synthetic study scores the same as single images and as Enhanced MR objects. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class EnhancedMrIT {
    private static final long SEED = 11;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void enhancedObjectsScoreAsTheirSingleImages() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "enhanced");
        Path classic = work.resolve("classic");
        Services.get(context, PhantomGenerator.class).write(SEED, classic);
        Path enhanced = Files.createDirectory(work.resolve("enhanced"));
        try (Stream<Path> folders = Files.list(classic)) {
            for (Path series : folders.filter(folder -> folder.getFileName().toString().startsWith("series-")).sorted().toList()) {
                EnhancedMrFile.write(series, enhanced.resolve(series.getFileName()));
            }
        }
        StudySource single = Services.get(context, StudyReader.class).find(List.of(classic), SeriesChoice.AUTOMATIC).get(0);
        StudySource multi = Services.get(context, StudyReader.class).find(List.of(enhanced), SeriesChoice.AUTOMATIC).get(0);
        assertSameImages(single.load().stacks(), multi.load().stacks());
        assertTrue(multi.load().warnings().toString(), multi.load().warnings().isEmpty());

        ScoringResult expected = score(single, work.resolve("a"));
        ScoringResult result = score(multi, work.resolve("b"));
        assertEquals(expected.scores().get(0).totals(), result.scores().get(0).totals());
        assertEquals(expected.scores().get(0).units().stream().map(UnitScore::score).toList(),
                result.scores().get(0).units().stream().map(UnitScore::score).toList());
        assertEquals(expected.images().stream().map(ImageFinding::probability).toList(),
                result.images().stream().map(ImageFinding::probability).toList());
        assertEquals(expected.warnings(), result.warnings());
        try (Stream<Path> files = Files.list(work.resolve("b"))) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().equals("anatomy-1.seg.dcm")));
        }
    }

    private static void assertSameImages(List<SliceStack> expected, List<SliceStack> stacks) {
        assertEquals(expected.size(), stacks.size());
        for (int i = 0; i < stacks.size(); i++) {
            assertEquals(expected.get(i).acquisition(), stacks.get(i).acquisition());
            assertEquals(expected.get(i).slices().size(), stacks.get(i).slices().size());
            for (int j = 0; j < stacks.get(i).slices().size(); j++) {
                Slice slice = stacks.get(i).slices().get(j);
                assertEquals(expected.get(i).slices().get(j).plane(), slice.plane());
                assertArrayEquals(expected.get(i).slices().get(j).pixels(), slice.pixels(), 0);
            }
        }
    }

    private ScoringResult score(StudySource source, Path folder) throws Exception {
        return Services.get(context, SpineScoring.class).score(source,
                new ScoringRequest(List.of("sparcc"), List.of("json", "seg"), folder), Progress.SILENT, new Cancellation());
    }
}
