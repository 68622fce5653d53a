package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import spine.api.image.StudyReader;
import spine.api.report.ScoringResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A whole study of which files are lost: the same totals, or a warning that counts them, or no total at all. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HostileStudyIT {
    private static final long SEED = 11;
    private static final int LOST = 6;
    private static final List<String> FORMATS = List.of("json", "html", "csv", "units", "sr", "seg", "gsps", "sc", "nifti", "pdf",
            "pdf-dicom", "key-images");

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void whatIsLostIsCountedAndWithoutASpineThereIsNoTotal() throws Exception {
        PhantomStudy phantom = PhantomStudy.write(context, "hostile", SEED);
        Path work = phantom.work();
        Path study = phantom.folder();
        ScoringResult intact = score(study, work.resolve("intact"));
        List<Path> images = phantom.images();

        Random random = new Random(SEED);
        for (int i = 0; i < LOST; i++) {
            byte[] noise = new byte[5000];
            random.nextBytes(noise);
            Files.write(images.get(0).resolveSibling("image-9" + i + images.get(0).getFileName().toString().replaceFirst("^[^.]*", "")),
                    i % 2 == 0 ? noise : new byte[0]);
        }
        ScoringResult more = score(study, work.resolve("more"));
        assertEquals(totals(intact), totals(more));
        assertTrue(more.warnings().toString(), more.warnings().get(0).startsWith(LOST + " files cannot be read and were left out: "));

        for (Path image : images) {
            byte[] bytes = Files.readAllBytes(image);
            Arrays.fill(bytes, bytes.length / 4, bytes.length, (byte) 0);
            Files.write(image, bytes);
        }
        Path folder = work.resolve("blank");
        ScoringResult blank = score(study, folder);
        assertTrue(blank.anatomy().noSpine().isPresent());
        assertTrue(totals(blank).toString(), totals(blank).values().stream().allMatch(total -> total.isNaN()));
        String report = Files.readString(folder.resolve("report.json"));
        assertTrue(report, report.replaceAll("\\s", "").contains("\"total23\":null,\"total6\":null"));
        assertTrue(report.contains(blank.anatomy().noSpine().get()));
        String line = Files.readAllLines(folder.resolve("scores.csv")).get(1);
        assertTrue(line, line.matches("[0-9.]+,sparcc,[0-9.]+,,,.*"));
        assertFalse(contains(folder.resolve("report.sr.dcm"), "NUM "));
        assertTrue(contains(folder.resolve("report.sr.dcm"), "show no spine"));
        assertTrue(Files.readString(folder.resolve("manifest.json")).contains("\"noSpine\""));
    }

    private ScoringResult score(Path study, Path folder) throws Exception {
        return Services.get(context, SpineScoring.class).score(
                Services.get(context, StudyReader.class).find(List.of(study), SeriesChoice.AUTOMATIC).get(0),
                new ScoringRequest(List.of("sparcc"), FORMATS, folder), Progress.SILENT, new Cancellation());
    }

    private static Map<String, Double> totals(ScoringResult result) {
        return result.scores().get(0).totals();
    }

    private static boolean contains(Path file, String words) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    }
}
