package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
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

/** With the profile {@code cuda}: the fragment resolves; on a machine without a device the processor serves, and one sentence says why. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class CudaIT {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() throws Exception {
        return new Option[] {RunSet.platformOf(System.getProperty("it.cuda"),
                Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "cuda"))};
    }

    @Test
    public void withoutADeviceTheProcessorServesAndOneSentenceSaysWhy() throws Exception {
        Bundle fragment = Arrays.stream(context.getBundles()).filter(b -> "spine.nd4j.cuda".equals(b.getSymbolicName())).findFirst()
                .orElseThrow();
        assertEquals(Bundle.RESOLVED, fragment.getState());
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
