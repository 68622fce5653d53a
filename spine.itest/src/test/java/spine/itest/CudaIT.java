package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.EngineInfo;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** With the profile {@code cuda}: the run set with the fragment scores, on a machine without a device by the processor, and says why. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class CudaIT {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform(), bundle("reference:" + Path.of(System.getProperty("it.cuda")).toUri()).noStart()};
    }

    @Test
    public void withoutADeviceTheProcessorServesAndOneSentenceSaysWhy() throws Exception {
        EngineInfo engine = Services.get(context, EngineInfo.class);
        assertEquals("nd4j", engine.id());
        List<String> obstacles = engine.remarks().stream().filter(remark -> remark.startsWith("CUDA is not used: ")).toList();
        if (engine.name().endsWith("(CPU, oneDNN)")) {
            assertEquals(engine.remarks().toString(), 1, obstacles.size());
        } else {
            assertTrue(engine.name(), engine.name().contains("CUDA 11.6") && obstacles.isEmpty());
        }
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "cuda");
        Services.get(context, PhantomGenerator.class).write(11, work.resolve("study"));
        StudySource source = Services.get(context, StudyReader.class).find(List.of(work.resolve("study")), SeriesChoice.AUTOMATIC).get(0);
        ScoringResult result = Services.get(context, SpineScoring.class).score(source,
                new ScoringRequest(List.of("sparcc"), List.of("json"), work.resolve("out")), Progress.SILENT, new Cancellation());
        assertEquals(List.of(engine.name(), engine.name()), result.engines());
    }
}
