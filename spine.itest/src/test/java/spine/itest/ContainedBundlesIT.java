package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.inject.Inject;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.service.DeploymentStatus;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** Bundles that hang or throw while they start are dropped, and the platform goes on: others come up, studies are scored. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainedBundlesIT {
    private static final String DEPLOY = "it.contained";
    private static final long PATIENCE_MILLIS = 180_000;
    /** Enough for the others on a machine that has much else to do. */
    private static final long MODEL_SECONDS = 30;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        Path home;
        try {
            home = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "contained");
            Files.createDirectories(home.resolve("deploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Option[] {RunSet.platform(home), systemProperty(DEPLOY).value(home.resolve("deploy").toString()),
            frameworkProperty("spine.deploy.patience").value("2")};
    }

    @Test
    public void whatHangsOrThrowsHoldsUpItselfAlone() throws Exception {
        Path deploy = Path.of(System.getProperty(DEPLOY));
        Path hanging = SmallBundle.withActivator("trial.a", HangingActivator.class, HangingActivator.Forever.class).drop(deploy);
        SmallBundle.withActivator("trial.b", ThrowingActivator.class).drop(deploy);
        SmallBundle.withIndex("hangs", HangingIndex.class, "activate", TrialIndex.class, HangingActivator.Forever.class).drop(deploy);
        await("all dropped so far", () -> state("trial.a") == Bundle.STARTING && state("trial.b") != Bundle.UNINSTALLED
                && state("trial.hangs") == Bundle.ACTIVE);
        SmallBundle.withIndex("works", TrialIndex.class, "").drop(deploy);
        Path failing = SmallBundle.withIndex("fails", FailingIndex.class, "", TrialIndex.class).drop(deploy);
        await("the others", () -> state("trial.works") == Bundle.ACTIVE && state("trial.fails") == Bundle.ACTIVE);

        assertEquals(0.0, score("works").scores().get(0).totals().get("total"), 0);
        RuntimeException failure = assertThrows(RuntimeException.class, () -> score("fails"));
        String named = "The scoring index fails 1.0.0 of bundle trial.fails 1.0.0 failed (its calls are nested too deeply).";
        assertEquals(named, failure.getMessage());
        assertEquals(1, score("sparcc").scores().size());
        SmallBundle.withIndex("lies", LyingIndex.class, "", TrialIndex.class).drop(deploy);
        await("another", () -> state("trial.lies") == Bundle.ACTIVE);
        ScoringResult rest = score("fails", "sparcc", "lies");
        assertEquals(List.of("sparcc"), rest.scores().stream().map(Score::indexId).toList());
        assertEquals(List.of(named, "The scoring index lies 1.0.0 of bundle trial.lies 1.0.0 gave an answer on study 1.2.3 that cannot be"
                + " used: sites is 999.0, above its maximum of 92.0."),
                rest.failures());

        Files.delete(hanging);
        Files.delete(failing);
        await("the removal of another", () -> state("trial.fails") == Bundle.UNINSTALLED);
        assertEquals(1, score("sparcc").scores().size());
    }

    @Test
    public void aModelThatHangsInAStudyGivesWay() throws Exception {
        Path deploy = Path.of(System.getProperty(DEPLOY));
        var settings = Services.get(context, ConfigurationAdmin.class).getConfiguration("spine.app", "?");
        settings.update(new Hashtable<>(Map.of("segmentation.seconds", MODEL_SECONDS)));
        Path jar = SmallBundle.withModel("trial.model", HangingModel.class, TrialModel.class, HangingActivator.Forever.class).drop(deploy);
        await("the model", () -> Services.choose(context, "trial.model@90.0.0"));
        await("a study with it", () -> servedBy().equals("trial.model 90.0.0"));
        System.setProperty(HangingModel.HANGS, "true");
        RuntimeException failure = assertThrows(RuntimeException.class, this::servedBy);
        assertEquals("The model trial.model@90.0.0 of bundle trial.model 90.0.0 is out of use until it is installed anew, because it did"
                + " not answer within " + MODEL_SECONDS + " s.", failure.getMessage());
        assertTrue(servedBy(), servedBy().startsWith("spine.model.bmo "));
        Files.delete(jar);
        await("its removal", () -> state("trial.model") == Bundle.UNINSTALLED);
        settings.delete();
    }

    @Test
    public void aFileWhoseNewContentIsRefusedServesOnAsItWas() throws Exception {
        Path deploy = Path.of(System.getProperty(DEPLOY));
        SmallBundle.withModel("trial.updated", SteadyModel.class, TrialModel.class).drop(deploy);
        await("the first model", () -> Services.choose(context, "trial.model@80.0.0"));
        await("the first version", () -> servedBy().equals("trial.model 80.0.0"));
        SmallBundle.withModel("trial.updated", MuteModel.class, TrialModel.class).drop(deploy);
        await("the refusal of the second", () -> Services.get(context, DeploymentStatus.class).objections(bundle("trial.updated", "81.0.0"))
                .equals(
                List.of("The model trial.model 81.0.0 is refused: it has no answer to the test images.")));
        assertEquals("trial.model 80.0.0", servedBy());
        Path jar = SmallBundle.withModel("trial.updated", BetterModel.class, TrialModel.class).drop(deploy);
        await("the third model", () -> Services.choose(context, "trial.model@82.0.0"));
        await("the third", () -> servedBy().equals("trial.model 82.0.0"));
        await("the end of the others", () -> Arrays.stream(context.getBundles())
                .filter(bundle -> "trial.updated".equals(bundle.getSymbolicName())).count() == 1);
        Files.delete(jar);
        await("its removal", () -> state("trial.updated") == Bundle.UNINSTALLED);
    }

    @Before
    public void letThingsHang() {
        System.clearProperty(HangingActivator.Forever.OVER);
    }

    @After
    public void letTheFrameworkStop() {
        System.setProperty(HangingActivator.Forever.OVER, "true");
        System.clearProperty(HangingModel.HANGS);
    }

    /** The oedema model of one study. */
    private String servedBy() throws Exception {
        ModelCard card = score("sparcc").models().get(1);
        return card.id() + " " + card.version();
    }

    /** -1 if there is no such bundle. */
    private long bundle(String name, String version) {
        return Arrays.stream(context.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName())
                && bundle.getVersion().toString().equals(version)).mapToLong(Bundle::getBundleId).findFirst().orElse(-1);
    }

    private ScoringResult score(String... indexes) throws Exception {
        return Services.get(context, SpineScoring.class).score(new FewImages(context), new ScoringRequest(List.of(indexes), List.of(),
                Path.of(System.getProperty("it.work"), "none")), Progress.SILENT, new Cancellation());
    }

    /** UNINSTALLED if there is no such bundle. */
    private int state(String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName())).mapToInt(Bundle::getState)
                .findFirst().orElse(Bundle.UNINSTALLED);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.call()) {
            assertTrue("not there in time: " + what, System.currentTimeMillis() < deadline);
            Thread.sleep(100);
        }
    }
}
