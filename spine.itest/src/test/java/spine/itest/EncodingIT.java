package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Assume;
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
import spine.api.image.Study;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/**
 * A synthetic study scores the same however it is encoded: as single images, as Enhanced MR objects, and in every lossless transfer syntax.
 * Scoring depends on nothing but the {@link SliceStack}s, and gives the same for the same ({@code ScoringIT}); so
 * equal stacks are what is shown of every encoding, and of those whose decoders are the most involved the scores themselves as well.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class EncodingIT {
    private static final long SEED = 11;
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Set<String> SYNTAXES = Set.of("implicit", "big-endian", "deflated", "rle", "jpeg-lossless-57",
            "jpeg-lossless-70", "jpeg-ls", "jpeg-2000");
    /** To score takes long. */
    private static final Set<String> SCORED = Set.of("jpeg-lossless-70", "jpeg-2000");

    private static Path work;
    private static ScoringResult expected;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void enhancedObjectsScoreAsTheirSingleImages() throws Exception {
        Path enhanced = Files.createDirectory(classic().resolveSibling("enhanced"));
        try (Stream<Path> folders = Files.list(classic())) {
            for (Path series : folders.filter(folder -> folder.getFileName().toString().startsWith("series-")).sorted().toList()) {
                EnhancedMrFile.write(series, enhanced.resolve(series.getFileName()));
            }
        }
        StudySource multi = study(enhanced);
        assertSameImages(study(classic()).load().stacks(), multi.load().stacks());
        assertTrue(multi.load().warnings().toString(), multi.load().warnings().isEmpty());
        Path results = work.resolve("enhanced-results");
        assertSameScores(score(multi, results));
        try (Stream<Path> files = Files.list(results)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().equals("anatomy-1.seg.dcm")));
        }
    }

    @Test
    public void losslessSyntaxesScoreAsTheUncompressedImages() throws Exception {
        Assume.assumeTrue("python3-gdcm and python3-pydicom are not installed, test skipped",
                Files.isExecutable(PYTHON) && run("-c", "import gdcm, pydicom") == 0);
        Path script = classic().resolveSibling("transfer_syntaxes.py");
        try (InputStream in = EncodingIT.class.getResourceAsStream("transfer_syntaxes.py")) {
            Files.copy(in, script);
        }
        Path encoded = work.resolve("encoded");
        assertEquals(0, run(script.toString(), classic().toString(), encoded.toString()));
        Study plain = study(classic()).load();
        try (Stream<Path> folders = Files.list(encoded)) {
            assertEquals(SYNTAXES, folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet()));
        }
        for (String syntax : SYNTAXES) {
            Study study = study(encoded.resolve(syntax)).load();
            assertEquals(syntax, plain.studyInstanceUid(), study.studyInstanceUid());
            assertEquals(syntax, identities(plain), identities(study));
            assertSameImages(plain.stacks(), study.stacks());
            assertEquals(syntax, plain.warnings(), study.warnings());
        }
        for (String syntax : SCORED) {
            assertSameScores(score(study(encoded.resolve(syntax)), work.resolve(syntax + "-results")));
        }
    }

    /** The single images, not compressed. */
    private Path classic() throws Exception {
        if (work == null) {
            work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "encoding");
            Services.get(context, PhantomGenerator.class).write(SEED, work.resolve("classic"));
        }
        return work.resolve("classic");
    }

    private StudySource study(Path folder) throws Exception {
        return Services.get(context, StudyReader.class).find(List.of(folder), SeriesChoice.AUTOMATIC).get(0);
    }

    private void assertSameScores(ScoringResult result) throws Exception {
        if (expected == null) {
            expected = score(study(classic()), work.resolve("classic-results"));
        }
        assertNotNull(expected.scores().get(0).totals().get("total23"));
        assertEquals(expected.scores().get(0).totals(), result.scores().get(0).totals());
        assertEquals(expected.scores().get(0).units().stream().map(UnitScore::score).toList(),
                result.scores().get(0).units().stream().map(UnitScore::score).toList());
        assertEquals(expected.images().stream().map(ImageFinding::probability).toList(),
                result.images().stream().map(ImageFinding::probability).toList());
        assertEquals(expected.warnings(), result.warnings());
    }

    private static int run(String... arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(Stream.concat(Stream.of(PYTHON.toString()), Stream.of(arguments)).toList()).inheritIO().start().waitFor();
    }

    private static List<List<String>> identities(Study study) {
        return study.stacks().stream().map(stack -> Stream.concat(Stream.of(stack.seriesInstanceUid(), stack.frameOfReferenceUid(),
                stack.description()), stack.slices().stream().map(Slice::sopInstanceUid)).toList()).toList();
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
