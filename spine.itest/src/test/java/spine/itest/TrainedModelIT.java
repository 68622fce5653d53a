package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.RefusedModel;
import spine.api.model.SegmentationModel;
import spine.api.report.ScoringResult;
import spine.api.service.ModelPacker;
import spine.api.service.ModelTrainer;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.training.StartUse;
import spine.api.training.TrainingPlan;

/** A model is trained in the running platform, dropped into it as a bundle, and serves; a damaged one does not. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TrainedModelIT {
    private static final String VERSION = "7.0.0";
    /** A model that has come is tested before it serves. */
    private static final Duration SELF_TEST = Duration.ofSeconds(60);

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void aTrainedModelServesAsSoonAsItsBundleIsThere() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "trained");
        FewImages images = new FewImages(context);
        Path model = Services.get(context, ModelTrainer.class).train(
                new TrainingPlan(ModelRole.OEDEMA, 1, 1, Optional.empty(), StartUse.WEIGHTS, work.resolve("training")), images,
                Progress.SILENT,
                new Cancellation());
        Path jar = work.resolve("model.jar");
        Services.get(context, ModelPacker.class).pack(model, VERSION, jar);

        Bundle dropped = context.installBundle(jar.toUri().toString());
        dropped.start();
        ServiceReference<SegmentationModel> offered = offers().stream().filter(r -> r.getBundle() == dropped).findFirst().orElseThrow();
        assertEquals(VERSION, offered.getProperty(SegmentationModel.MODEL_VERSION));
        assertEquals("spine.model.bmo", offered.getProperty(SegmentationModel.MODEL_ID));
        assertEquals(ModelRole.OEDEMA, offered.getProperty(SegmentationModel.MODEL_ROLE));

        ModelCard served = served(images, work);
        long deadline = System.nanoTime() + SELF_TEST.toNanos();
        while (!served.version().equals(VERSION) && System.nanoTime() < deadline) {
            served = served(images, work);
        }
        assertEquals(VERSION, served.version());
        assertEquals(images.description(), served.trainingData());

        dropped.stop();
        assertTrue("the service stays after its bundle", offers().stream().noneMatch(r -> r.getBundle() == dropped));
        dropped.start();
        assertTrue("the service does not come again", offers().stream().anyMatch(r -> r.getBundle() == dropped));
        dropped.uninstall();
    }

    /** The oedema model of one study. */
    private ModelCard served(FewImages images, Path work) throws Exception {
        ScoringResult result = Services.get(context, SpineScoring.class).score(images,
                new ScoringRequest(List.of("sparcc"), List.of(), work.resolve("none")), Progress.SILENT, new Cancellation());
        return result.models().get(1);
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
