package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A newer version of the oedema model takes over while studies run, and goes again; no study fails. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ModelSwapIT {
    private static final String MODEL = "spine.model.bmo";
    private static final int STUDIES_AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 300;

    @Inject
    private BundleContext context;
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void aNewerModelTakesOverWhileStudiesRun() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "swap");
        Bundle old = Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().equals(MODEL)).findFirst().orElseThrow();
        Path rebuilt = RebuiltBundle.withNextMinorVersion(old, work);
        String oldVersion = old.getVersion().toString();
        StudySource source = new FewImages(context);
        SpineScoring scoring = Services.get(context, SpineScoring.class);
        ExecutorService runners = Executors.newFixedThreadPool(STUDIES_AT_ONCE);
        for (int i = 0; i < STUDIES_AT_ONCE; i++) {
            runners.execute(() -> scoreUntilEnough(scoring, source, work));
        }
        await("a first study", () -> versions.contains(oldVersion));

        Bundle newer = context.installBundle(rebuilt.toUri().toString());
        newer.start();
        String newVersion = newer.getVersion().toString();
        await("a study with the new model", () -> versions.contains(newVersion));
        old.uninstall();
        int before = versions.size();
        await("studies without the old model", () -> versions.size() >= before + STUDIES_AT_ONCE);
        enough.set(true);
        runners.shutdown();
        assertTrue(runners.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS));

        assertEquals(List.of(), failures);
        assertEquals(List.of(oldVersion, newVersion), versions.stream().distinct().toList());
        score(scoring, source, List.of("json"), work.resolve("last"));
        assertEquals(newVersion, new ObjectMapper().readTree(work.resolve("last").resolve("report.json").toFile())
                .path("models").path(1).path("version").asText());
    }

    private void scoreUntilEnough(SpineScoring scoring, StudySource source, Path work) {
        while (!enough.get() && failures.isEmpty()) {
            try {
                versions.add(score(scoring, source, List.of(), work.resolve("none")).models().get(1).version());
            } catch (Exception | Error e) {
                failures.add(e);
            }
        }
    }

    private static ScoringResult score(SpineScoring scoring, StudySource source, List<String> formats, Path folder) throws Exception {
        return scoring.score(source, new ScoringRequest(List.of("sparcc"), formats, folder), Progress.SILENT, new Cancellation());
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertEquals(List.of(), failures);
            assertTrue("no " + what + " within " + PATIENCE_SECONDS + " s", System.nanoTime() < deadline);
            Thread.sleep(20);
        }
    }
}
