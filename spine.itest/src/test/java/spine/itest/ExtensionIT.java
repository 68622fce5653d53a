package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;

/** Bundles that strangers built come into the running platform, serve, and go without a trace. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ExtensionIT {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void anIndexComesServesBesideTheOthersAndGoes() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "extension");
        StudySource source = new FewImages(context);
        Bundle berlin = install("berlin-index");
        Bundle canden = install("canden-index");

        ScoringResult result = score(source, List.of("sparcc", "berlin", "canden"), work.resolve("all"));
        assertEquals(List.of("sparcc", "berlin", "canden"), result.scores().stream().map(Score::indexId).toList());
        JsonNode report = new ObjectMapper().readTree(work.resolve("all/report.json").toFile());
        assertEquals("sparcc", report.at("/index/id").asText());
        for (String index : List.of("sparcc", "berlin", "canden")) {
            assertEquals(index, 23, report.path(index).path("units").size());
        }
        assertTrue(report.at("/berlin/total23").isNumber() && report.at("/canden/nonCorner").isNumber());
        String page = Files.readString(work.resolve("all/report.html"));
        assertTrue(page.contains("berlin · " + result.scores().get(1).unitsInView() + " of 23 units in view"));
        assertTrue(page.contains("of 69") && page.contains("canden · corner"));

        assertEquals("only the contracts", Set.of("spine.api"), providersOf(berlin));
        berlin.uninstall();
        assertEquals(List.of(), indexes("berlin"));
        UnavailableException refusal = assertThrows(UnavailableException.class,
                () -> score(source, List.of("berlin"), work.resolve("none")));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("berlin") && refusal.getMessage().contains("canden"));
        assertTrue("nothing half-written", Files.notExists(work.resolve("none")));
        assertEquals(1, score(source, List.of("sparcc"), work.resolve("after")).scores().size());
        canden.uninstall();
    }

    /** Uninstalling waits for the study that uses the index; the study does not fail. */
    @Test
    public void anIndexThatLeavesFinishesItsStudies() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "leaving");
        Bundle berlin = install("berlin-index");
        StudySource images = new FewImages(context);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        StudySource slow = new HeldSource(images, begun, mayGoOn);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<ScoringResult> study = threads.submit(() -> score(slow, List.of("berlin"), work.resolve("study")));
            assertTrue(begun.await(1, TimeUnit.MINUTES));
            Future<?> leaving = threads.submit(() -> {
                berlin.uninstall();
                return null;
            });
            mayGoOn.countDown();
            assertEquals("berlin", study.get(5, TimeUnit.MINUTES).scores().get(0).indexId());
            leaving.get(1, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(Bundle.UNINSTALLED, berlin.getState());
    }

    /** A real volume in another format goes through the whole platform, its reader chosen before the one that takes all files. */
    @Test
    public void aReaderOpensWhatNoOtherKnows() throws Exception {
        Path volume = SpineVolumes.named("t2_lumbar.nii.gz");
        Bundle nifti = install("nifti-reader");
        StudyReader reader = context.getServiceReferences(StudyReader.class, "(reader.id=nifti)").stream().map(context::getService)
                .findFirst().orElseThrow();
        assertTrue(reader.reads(volume));
        StudySource study = reader.find(List.of(volume), new SeriesChoice(Set.of(), true)).get(0);
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "nifti").resolve("result");
        ScoringResult result = scoring().score(study, new ScoringRequest(List.of("sparcc"), List.of("json", "html", "csv", "seg"), folder),
                Progress.SILENT, new Cancellation());
        long discs = result.anatomy().units().stream().filter(unit -> unit.present()).count();
        System.out.println("t2_lumbar as NIfTI: " + discs + " units in view, " + result.warnings());
        assertTrue("units in view of a lumbar volume: " + discs, discs >= 4);
        assertTrue(result.warnings().toString(), result.warnings().stream().anyMatch(warning -> warning.contains("NIfTI")));
        nifti.uninstall();
    }

    private Bundle install(String example) throws Exception {
        Path target = Path.of(System.getProperty("it.examples"), example, "target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches(example + "-[0-9.]+\\.jar")).findFirst().orElseThrow();
            Bundle bundle = context.installBundle(jar.toUri().toString());
            bundle.start();
            return bundle;
        }
    }

    private ScoringResult score(StudySource source, List<String> indexes, Path folder) throws Exception {
        return scoring().score(source, new ScoringRequest(indexes, List.of("json", "html", "csv", "seg"), folder), Progress.SILENT,
                new Cancellation());
    }

    private SpineScoring scoring() throws InterruptedException {
        return Services.get(context, SpineScoring.class);
    }

    private List<?> indexes(String id) throws Exception {
        return List.copyOf(context.getServiceReferences(ScoringIndex.class, "(index.id=" + id + ")"));
    }

    private static Set<String> providersOf(Bundle bundle) {
        Set<String> providers = new TreeSet<>();
        for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (!wire.getProvider().getBundle().equals(wire.getRequirer().getBundle()) && wire.getProvider().getBundle()
                    .getBundleId() != 0) {
                providers.add(wire.getProvider().getSymbolicName());
            }
        }
        return providers;
    }
}
