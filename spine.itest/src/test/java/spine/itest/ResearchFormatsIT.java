package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
import spine.api.image.StudyReader;
import spine.api.report.ScoringResult;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A whole study in the formats that researchers' tools read. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ResearchFormatsIT {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final long SEED = 11;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void unitsAddUpToTheTotalAndVolumesAreThoseOfTheDicomObjects() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "research");
        Path study = work.resolve("study");
        Path folder = work.resolve("result");
        Services.get(context, PhantomGenerator.class).write(SEED, study);
        ScoringResult result = Services.get(context, SpineScoring.class).score(
                Services.get(context, StudyReader.class).find(List.of(study), SeriesChoice.AUTOMATIC).get(0),
                new ScoringRequest(List.of("sparcc"), List.of("seg", "nifti", "units"), folder), Progress.SILENT, new Cancellation());

        List<String[]> units = Files.readAllLines(folder.resolve("units.csv")).stream().map(line -> line.split(",", -1)).toList();
        List<String> header = Arrays.asList(units.get(0));
        assertEquals(1 + 23, units.size());
        double total = 0;
        for (String[] unit : units.subList(1, units.size())) {
            if (unit[header.indexOf("present")].equals("1")) {
                double score = Double.parseDouble(unit[header.indexOf("score")]);
                assertEquals(String.join(",", unit), score, Stream.of("windowQuadrants", "windowDeep", "windowIntense")
                        .mapToDouble(part -> Double.parseDouble(unit[header.indexOf(part)])).sum(), 0);
                total += score;
            }
        }
        assertTrue("the study scores 0", total > 0);
        assertEquals(result.scores().get(0).totals().get("total23"), total, 0);

        Assume.assumeTrue("python3-nibabel and python3-pydicom are not installed, comparison of volumes skipped",
                Files.isExecutable(PYTHON) && python("-c", "import nibabel, pydicom") == 0);
        Path script = work.resolve("nifti_volumes.py");
        try (InputStream in = ResearchFormatsIT.class.getResourceAsStream("nifti_volumes.py")) {
            Files.copy(in, script);
        }
        assertEquals("nifti_volumes.py says why", 0, python(script.toString(), study.toString(), folder.toString()));
    }

    private static int python(String... arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(Stream.concat(Stream.of(PYTHON.toString()), Stream.of(arguments)).toList()).inheritIO().start().waitFor();
    }
}
