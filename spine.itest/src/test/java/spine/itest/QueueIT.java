package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

import spine.api.intake.Intake;
import spine.api.intake.StoredObject;
import spine.api.intake.StoredObject.Kind;
import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.job.Jobs;
import spine.api.service.PhantomGenerator;

/**
 * A study that is handed in is scored by the platform as it is delivered, and what comes of it is not taken for another study; the next one
 * of the same patient is compared with it.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class QueueIT {
    private static final int SERVING = 40;
    private static final long SEED = 7;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("it.work")));
        return new Option[] {RunSet.serving(Files.createTempDirectory(work, "home"))};
    }

    @Test
    public void studiesThatAreReceivedAreScoredAndCompared() throws Exception {
        serve();
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "queue");
        Path study = work.resolve("study");
        Services.get(context, PhantomGenerator.class).write(PhantomGenerator.STANDARD, SEED, false,
                List.of(study, work.resolve("follow-up")));
        Intake intake = Services.get(context, Intake.class);
        StudyArchive archive = Services.get(context, StudyArchive.class);
        String uid = hand(intake, study);
        Job job = intake.complete(uid).orElseThrow();
        assertEquals(archive.received(uid).size(), files(study).size());
        assertEquals(Optional.empty(), archive.result(uid));
        job = done(job);

        Path result = archive.result(uid).orElseThrow();
        for (String file : List.of("report.json", "report.html", "report.sr.dcm", "anatomy-1.seg.dcm", "key-01.sc.dcm",
                "presentation-1.pr.dcm")) {
            assertTrue(file, Files.exists(result.resolve(file)));
        }
        for (Path object : files(result)) {
            assertEquals(object.toString(), Kind.RESULT, store(intake, object).kind());
        }
        assertEquals("what spine has made is no late image", Optional.of(job), intake.complete(uid));

        String later = hand(intake, work.resolve("follow-up"));
        done(intake.complete(later).orElseThrow());
        for (long end = end(); archive.comparison(later).isEmpty() && System.nanoTime() < end;) {
            Thread.sleep(100);
        }
        Path comparison = archive.comparison(later).orElseThrow();
        assertEquals(archive.result(later).orElseThrow().resolveSibling("comparisons").resolve(later), comparison);
        String figures = Files.readString(comparison.resolve("comparison.json"));
        assertTrue(figures, figures.indexOf(uid) > 0 && figures.indexOf(uid) < figures.lastIndexOf(later));
        assertTrue(Files.readString(comparison.resolve("comparison.html")).contains("data:image/png"));
        assertEquals(Optional.empty(), archive.comparison(uid));
    }

    private String hand(Intake intake, Path study) throws IOException {
        String uid = "";
        for (Path file : files(study)) {
            StoredObject stored = store(intake, file);
            uid = stored.studyInstanceUid();
            assertTrue(file + " is " + stored.kind(), EnumSet.of(Kind.NEW, Kind.RESULT).contains(stored.kind()));
        }
        return uid;
    }

    private Job done(Job waiting) throws Exception {
        Jobs jobs = Services.get(context, Jobs.class);
        Job job = waiting;
        for (long end = end(); !job.state().isFinal() && System.nanoTime() < end;) {
            Thread.sleep(100);
            job = jobs.find(job.id()).orElseThrow();
        }
        assertEquals(job.toString(), JobState.DONE, job.state());
        return job;
    }

    private static long end() {
        return System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    }

    /** As {@code ./spine serve} does it. */
    private void serve() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class).setStartLevel(SERVING,
                event -> reached.countDown());
        assertTrue(reached.await(1, TimeUnit.MINUTES));
    }

    private static StoredObject store(Intake intake, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return intake.store(in, "test");
        }
    }

    /** The DICOM files of a folder, each object once. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".dcm")).sorted().toList();
        }
    }
}
