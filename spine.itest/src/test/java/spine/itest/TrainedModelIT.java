package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
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
import spine.api.model.ModelRole;
import spine.api.model.RefusedModel;
import spine.api.model.SegmentationModel;
import spine.api.report.ScoringResult;
import spine.api.service.DeploymentStatus;
import spine.api.service.ModelPacker;
import spine.api.service.ModelTrainer;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.training.StartUse;
import spine.api.training.TrainingPlan;

/** A model is trained in the running platform and dropped into it as a bundle, which does not serve unasked; a damaged one never does. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TrainedModelIT {
    private static final String VERSION = "7.0.0";
    private static final String HOME = "it.trained.home";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        Path home;
        try {
            home = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "home");
            Files.createDirectories(home.resolve("deploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Option[] {RunSet.platform(home), systemProperty(HOME).value(home.toString())};
    }

    /** One step of training is hardly any, so it must not take over by being newer. */
    @Test
    public void aModelOfHardlyAnyTrainingIsOnStandbyUntilItIsChosen() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "trained");
        Path deploy = Path.of(System.getProperty(HOME), "deploy");
        FewImages images = new FewImages(context);
        Path model = Services.get(context, ModelTrainer.class).train(
                new TrainingPlan(ModelRole.OEDEMA, 1, 1, Optional.empty(), StartUse.WEIGHTS, work.resolve("training")), images,
                Progress.SILENT,
                new Cancellation());
        Path jar = work.resolve("model.jar");
        Services.get(context, ModelPacker.class).pack(model, VERSION, jar);
        Files.move(jar, deploy.resolve("model.jar"), StandardCopyOption.ATOMIC_MOVE);

        await("its service", () -> offers().stream().anyMatch(TrainedModelIT::isTheTrainedOne));
        ServiceReference<SegmentationModel> offered = offers().stream().filter(TrainedModelIT::isTheTrainedOne).findFirst().orElseThrow();
        assertEquals("spine.model.bmo", offered.getProperty(SegmentationModel.MODEL_ID));
        assertEquals(ModelRole.OEDEMA, offered.getProperty(SegmentationModel.MODEL_ROLE));
        Bundle dropped = offered.getBundle();
        DeploymentStatus status = Services.get(context, DeploymentStatus.class);
        assertEquals(List.of(), status.objections(dropped.getBundleId()));
        assertEquals(List.of("The model spine.model.bmo 7.0.0 is on standby: it has not been compared with a model that serves; ./spine "
                + "models try"
                + " spine.model.bmo@7.0.0 does so, and lets it serve if it is no worse."), status.standby(dropped.getBundleId()));
        assertEquals("1.0.0", scored(images, work).models().get(1).version());
        await("a line on it", () -> Files.readString(Path.of(System.getProperty(HOME), "audit.log")).contains("\tstandby\tmodel.jar\t"));

        Files.copy(deploy.resolve("model.jar"), deploy.resolve("again.jar.part"));
        Files.move(deploy.resolve("again.jar.part"), deploy.resolve("again.jar"), StandardCopyOption.ATOMIC_MOVE);
        await("its refusal",
                () -> refused().stream().anyMatch(other -> other.reason().startsWith("the file again.jar is not installed, because"
                + " a bundle of this name and version is there already")));
        await("a line on that", () -> Files.readString(Path.of(System.getProperty(HOME), "audit.log")).contains("\trefused\tagain.jar\t"));
        Files.delete(deploy.resolve("again.jar"));

        Files.writeString(Path.of(System.getProperty(HOME), "models.json"),
                "{\"schema\":\"spine-models/1\",\"use\":{\"bmo\":\"spine.model.bmo@7.0.0\"}}");
        ScoringResult chosen = scored(images, work);
        assertEquals(VERSION, chosen.models().get(1).version());
        assertEquals(images.description(), chosen.models().get(1).trainingData());
        assertEquals("The model spine.model.bmo@7.0.0 serves because it was chosen, although it has not been compared with a model that "
                + "serves.",
                chosen.warnings().get(0));

        dropped.stop();
        assertTrue("the service stays after its bundle", offers().stream().noneMatch(r -> r.getBundle() == dropped));
        dropped.start();
        assertTrue("the service does not come again", offers().stream().anyMatch(r -> r.getBundle() == dropped));
        Files.delete(Path.of(System.getProperty(HOME), "models.json"));
        Files.delete(deploy.resolve("model.jar"));
        await("its removal", () -> dropped.getState() == Bundle.UNINSTALLED);
    }

    private static boolean isTheTrainedOne(ServiceReference<SegmentationModel> model) {
        return VERSION.equals(model.getProperty(SegmentationModel.MODEL_VERSION));
    }

    private List<RefusedModel> refused() throws Exception {
        return context.getServiceReferences(RefusedModel.class, null).stream().map(context::getService).toList();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertTrue("not there in time: " + what, System.nanoTime() < deadline);
            Thread.sleep(100);
        }
    }

    private ScoringResult scored(FewImages images, Path work) throws Exception {
        return Services.get(context, SpineScoring.class).score(images,
                new ScoringRequest(List.of("sparcc"), List.of(), work.resolve("none")), Progress.SILENT, new Cancellation());
    }

    @Test
    public void weightsThatTheCardDoesNotPromiseAreRefused() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "refused");
        Bundle shipped = Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().equals("spine.model.bmo")).findFirst()
                .orElseThrow();
        int before = offers().size();
        Path damaged = damage(RebuiltBundle.withNextMinorVersion(shipped, work), work.resolve("damaged.jar"));
        Bundle dropped = context.installBundle(damaged.toUri().toString());
        dropped.start();
        assertEquals(Bundle.ACTIVE, dropped.getState());
        assertEquals(before, offers().size());
        RefusedModel refused = context.getService(context.getServiceReference(RefusedModel.class));
        assertTrue(refused.toString(), refused.reason().contains("but its card promises"));
        dropped.uninstall();
        assertEquals(List.of(), List.copyOf(context.getServiceReferences(RefusedModel.class, null)));
    }

    @Test
    public void modelBundlesHaveNoCode() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("spine.model.")) {
                assertEquals(bundle.toString(), null, bundle.findEntries("/", "*.class", true));
            }
        }
    }

    private Collection<ServiceReference<SegmentationModel>> offers() throws Exception {
        return context.getServiceReferences(SegmentationModel.class, null);
    }

    /** The same jar with one bit of the weights changed. */
    private static Path damage(Path jar, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(jar); JarInputStream in = new JarInputStream(file);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), in.getManifest())) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("model/weights.zip")) {
                    content[content.length / 2] ^= 1;
                }
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(content);
                out.closeEntry();
            }
        }
        return target;
    }
}
