package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/**
 * Foreign indices and models in processes of their own: honest ones answer as they do inside of the platform, and whatever evil ones do to
 * their process costs their own score of one study.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class IsolatedBundlesIT {
    private static final String DEPLOY = "it.isolated";
    private static final long PATIENCE_MILLIS = 120_000;
    private static final List<String> HONEST = List.of("sparcc", "berlin", "canden");
    /** What each does to its process, and what is said of it. */
    private static final Map<String, String> EVIL = new TreeMap<>(Map.of(
            "exits", "ended with exit code 1",
            "halts", "ended with exit code 0",
            "hoards", "ended with exit code 3, because its memory was used up",
            "overflows", "reported a failure (its calls are nested too deeply)",
            "sleeps", "did not answer within 5 s and was ended",
            "writes", "gave an answer that cannot be read (bytes that are no message) and was ended",
            "huge", "gave an answer that cannot be read (a length that is more than it may have) and was ended"));

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "isolated");
            Files.createDirectories(home.resolve("deploy"));
            return new Option[] {RunSet.platform(home), systemProperty(DEPLOY).value(home.resolve("deploy").toString())};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void honestOnesAnswerTheSameAndEvilOnesCostTheirOwnScore() throws Exception {
        Path deploy = Path.of(System.getProperty(DEPLOY));
        for (String example : List.of("berlin-index", "canden-index")) {
            Files.copy(example(example), deploy.resolve(example + ".jar"));
        }
        await("the examples", () -> indices("berlin").size() + indices("canden").size() == 2);
        List<Score> inside = score(HONEST).scores();
        String owner = owner("berlin");

        ConfigurationAdmin admin = Services.get(context, ConfigurationAdmin.class);
        var settings = admin.getConfiguration("spine.isolation", "?");
        settings.update(new Hashtable<>(Map.of("index.isolation", "process", "memory.megabytes", 128L, "index.seconds", 5L)));
        await("the examples in processes", () -> isolated("berlin-index") && isolated("canden-index")
                && indices("berlin").size() + indices("canden").size() == 2);
        assertEquals("whose code it is", owner, owner("berlin"));
        assertEquals(inside, score(HONEST).scores());

        List<String> all = new ArrayList<>(EVIL.keySet());
        all.addAll(List.of("prints", "steals"));
        for (String id : all) {
            SmallBundle.withIndex(id, EvilIndex.class, "", TrialIndex.class).drop(deploy);
        }
        await("the evil ones", () -> indices("*").size() == HONEST.size() + all.size());
        all.addAll(HONEST);
        ScoringResult result = score(all);
        List<Score> scores = new ArrayList<>(result.scores());
        assertEquals("what is printed does not matter", "prints", scores.remove(0).indexId());
        assertEquals(inside, scores);
        assertEquals("its name is not its to choose", EVIL.size() + 1, result.failures().size());
        int n = 0;
        for (String evil : EVIL.keySet()) {
            assertFails(evil, result.failures().get(n++));
        }
        // Each has a new process for the next study, which it ends as it did the first.
        assertFails("exits", score(List.of("exits", "sparcc")).failures().get(0));

        admin.getConfiguration("trial.set", "?").update(new Hashtable<>(Map.of(SettingIndex.POINTS, 7.0)));
        SmallBundle.withIndex("set", SettingIndex.class, "activate", TrialIndex.class).drop(deploy);
        await("the one with settings", () -> indices("set").size() == 1);
        assertEquals(7.0, points(), 0);
        admin.getConfiguration("trial.set", "?").update(new Hashtable<>(Map.of(SettingIndex.POINTS, 8.0)));
        await("another setting", () -> points() == 8.0);

        Path model = SmallBundle.withModel("trial.model", SteadyModel.class, TrialModel.class).drop(deploy);
        await("the model", () -> Services.choose(context, "trial.model@80.0.0"));
        await("a study with it", () -> servedBy().equals("trial.model 80.0.0"));
        assertTrue(isolated("trial.model"));
        Files.delete(model);
        for (String id : EVIL.keySet()) {
            Files.delete(deploy.resolve("trial." + id + ".jar"));
        }
        settings.delete();
        await("the examples inside again", () -> !isolated("berlin-index") && !isolated("canden-index")
                && indices("berlin").size() + indices("canden").size() == 2);
    }

    private static void assertFails(String evil, String failure) {
        assertTrue(failure, failure.startsWith("The scoring index " + evil + " 1.0.0"));
        assertTrue(failure, failure.contains("the process of the bundle trial." + evil + " 1.0.0 " + EVIL.get(evil)));
    }

    private static Path example(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("it.examples"), name, "target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9.]+\\.jar")).findFirst().orElseThrow();
        }
    }

    private Collection<ServiceReference<ScoringIndex>> indices(String id) throws Exception {
        return context.getServiceReferences(ScoringIndex.class, "(index.id=" + id + ")");
    }

    /** The bundle that the platform takes the code of an index to be from. */
    private String owner(String id) throws Exception {
        ServiceReference<ScoringIndex> index = indices(id).iterator().next();
        Bundle code = FrameworkUtil.getBundle(context.getService(index).getClass());
        context.ungetService(index);
        assertEquals(index.getBundle(), code);
        return code.getSymbolicName() + " " + code.getVersion() + " " + code.getLocation();
    }

    /** Whether a bundle of that name is there, and the framework has no class of it. */
    private boolean isolated(String bundle) {
        return Arrays.stream(context.getBundles()).anyMatch(one -> bundle.equals(one.getSymbolicName())
                && one.getState() == Bundle.ACTIVE && one.findEntries("/", "*.class", true) == null);
    }

    private double points() throws Exception {
        return score(List.of("set")).scores().get(0).totals().get("total");
    }

    /** The oedema model of one study. */
    private String servedBy() throws Exception {
        ModelCard card = score(List.of("sparcc")).models().get(1);
        return card.id() + " " + card.version();
    }

    private ScoringResult score(List<String> indexes) throws Exception {
        return Services.get(context, SpineScoring.class).score(new FewImages(context), new ScoringRequest(indexes, List.of(),
                Path.of(System.getProperty("it.work"), "none")), Progress.SILENT, new Cancellation());
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.call()) {
            assertTrue("not there in time: " + what, System.currentTimeMillis() < deadline);
            Thread.sleep(100);
        }
    }
}
