package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
import org.osgi.framework.ServiceReference;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.service.EngineInfo;
import spine.api.service.ModelTrainer;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/**
 * The run set with a second engine and without the training: each engine scores the same study alike, and one takes over from the other.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class EngineIT {
    private static final long PATIENCE_MILLIS = 120_000;
    /** Of a probability of an image in the report: two steps of the 1/255 that probabilities of pixels are rounded to. */
    private static final double TOLERANCE = 2 / 255.0;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() throws Exception {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "engine");
        return new Option[] {RunSet.platform(home, "spine.unet.training"),
            bundle("reference:" + Path.of(System.getProperty("it.onnx")).toUri()).startLevel(20)};
    }

    @Test
    public void everyEngineScoresAStudyAlikeAndWithoutTraining() throws Exception {
        assertNull("training is not installed", context.getServiceReference(ModelTrainer.class));
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "engines");
        Services.get(context, PhantomGenerator.class).write(9, work.resolve("study"));
        StudySource source = Services.get(context, StudyReader.class).find(List.of(work.resolve("study")), SeriesChoice.AUTOMATIC).get(0);

        EngineInfo first = awaitEngine("nd4j");
        assertTrue(first.remarks().toString(), first.remarks().stream().anyMatch(remark -> remark.startsWith("ONNX Runtime")
                && remark.contains("stands by")));
        JsonNode byNd4j = score(source, work.resolve("nd4j"));
        assertEngine("ND4J", byNd4j);

        Bundle nd4j = Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().equals("spine.nd4j")).findFirst().orElseThrow();
        nd4j.stop();
        awaitEngine("onnx");
        JsonNode byOnnx = score(source, work.resolve("onnx"));
        assertEngine("ONNX Runtime", byOnnx);
        assertAlike(byNd4j, byOnnx);

        nd4j.start();
        awaitEngine("nd4j");
        JsonNode again = score(source, work.resolve("again"));
        assertEngine("ND4J", again);
        assertEquals(byNd4j.path("images"), again.path("images"));
        assertEquals(byNd4j.path("sparcc"), again.path("sparcc"));
    }

    /** What serves where a device has no memory: nothing but a framework tells whether it finds classes and natives there. */
    @Test
    public void nd4jStartsASecondTimeBesideItself() throws Exception {
        Bundle nd4j = Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().equals("spine.nd4j")).findFirst().orElseThrow();
        Class<?> type = nd4j.loadClass("spine.nd4j.internal.ProcessorCopy");
        Constructor<?> constructor = type.getDeclaredConstructor(ClassLoader.class, Set.class);
        constructor.setAccessible(true);
        Object engine = ((Supplier<?>) constructor.newInstance(type.getClassLoader(), Set.of("no.such.Backend"))).get();
        assertNotSame(type.getClassLoader(), engine.getClass().getClassLoader());
        String description = engine.getClass().getMethod("description").invoke(engine).toString();
        assertTrue(description, description.contains("(CPU, oneDNN)"));
    }

    private EngineInfo awaitEngine(String id) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            ServiceReference<EngineInfo> serving = context.getServiceReference(EngineInfo.class);
            if (serving != null && id.equals(serving.getProperty("engine.id"))) {
                EngineInfo info = context.getService(serving);
                assertNotNull(info);
                return info;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the engine " + id + " does not serve");
    }

    private JsonNode score(StudySource source, Path folder) throws Exception {
        Services.get(context, SpineScoring.class).score(source, new ScoringRequest(List.of("sparcc"), List.of("json"), folder),
                Progress.SILENT, new Cancellation());
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private static void assertEngine(String name, JsonNode report) {
        report.path("models").forEach(model -> assertTrue(model.toString(), model.path("engine").asText().startsWith(name)));
        assertEquals(2, report.path("models").size());
    }

    private static void assertAlike(JsonNode one, JsonNode other) {
        assertEquals(one.path("images").size(), other.path("images").size());
        for (int i = 0; i < one.path("images").size(); i++) {
            assertEquals("image " + i, one.path("images").get(i).path("probability").asDouble(),
                    other.path("images").get(i).path("probability").asDouble(), TOLERANCE);
        }
        assertEquals(one.path("sparcc").path("total23"), other.path("sparcc").path("total23"));
        for (int i = 0; i < one.path("sparcc").path("units").size(); i++) {
            assertEquals(one.path("sparcc").path("units").get(i).path("score"), other.path("sparcc").path("units").get(i).path("score"));
        }
    }
}
