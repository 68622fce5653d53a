package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.junit.Before;
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
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/**
 * A real lumbar T2 volume, a stranger to models that were trained on synthetic STIR: it must run through, and the report
 * must say that it is not STIR. How much of it is found is printed, not promised.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LumbarT2IT {
    private static final int VOXELS_PER_SLICE = 4;

    @Inject
    private BundleContext context;

    private Path work;
    private Path series;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Before
    public void writeSeries() throws Exception {
        Path volume = SpineVolumes.named("t2_lumbar.nii.gz");
        work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "lumbar");
        series = work.resolve("series");
        new SagittalSeries(NiftiVolume.read(volume), VOXELS_PER_SLICE)
                .write(Services.get(context, DicomCodec.class), series);
    }

    @Test
    public void runsThroughWhenItIsNamedAndAnyContrastIsAccepted() throws Exception {
        StudyReader reader = Services.get(context, StudyReader.class);
        SeriesChoice named = new SeriesChoice(Set.of(SagittalSeries.SERIES_UID), true);
        Path folder = work.resolve("result");

        Services.get(context, SpineScoring.class).score(reader.find(List.of(series), named).get(0),
                new ScoringRequest(List.of("sparcc"), List.of("json", "html", "seg"), folder), Progress.SILENT, new Cancellation());

        JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        System.out.println("lumbar T2: discs " + report.path("anatomy").path("discs").findValuesAsText("level")
                + ", warnings " + report.path("warnings"));
        assertEquals(SagittalSeries.SERIES_UID,
                report.path("study").path("stacks").path(0).path("seriesInstanceUid").asText());
        assertTrue("no warning of the contrast in " + report.path("warnings"), report.path("warnings").toString().contains("STIR"));
        assertTrue("a picture for the reader", Files.readString(folder.resolve("report.html")).contains("data:image/png"));
    }

    @Test
    public void isRefusedOtherwise() throws Exception {
        StudyReader reader = Services.get(context, StudyReader.class);
        UnusableInputException refusal = assertThrows(UnusableInputException.class,
                () -> reader.find(List.of(series), SeriesChoice.AUTOMATIC).get(0).load());
        assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("No sagittal STIR series found in"));
        assertFalse(Files.exists(work.resolve("result")));
    }
}
