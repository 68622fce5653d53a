package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
import spine.api.service.BundleSigner;
import spine.api.service.DeployGate;
import spine.api.service.GateVerdict;
import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/** A signed model goes from the folder of incoming bundles to the studies it serves; bad bundles do not, and disturb nobody. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeployGateIT {
    private static final Path HOME = Path.of(System.getProperty("it.work"), "gate-home").toAbsolutePath().normalize();
    private static final Path INCOMING = HOME.resolve("incoming");
    private static final Path DEPLOY = HOME.resolve("deploy");
    private static final String MODEL = "spine.model.bmo";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() throws IOException {
        if (Files.exists(HOME)) {
            try (var files = Files.walk(HOME)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> assertTrue(file.delete()));
            }
        }
        Files.createDirectories(DEPLOY);
        return new Option[] {RunSet.platform(HOME)};
    }

    @Test
    public void onlyWhatPassesTheGateServes() throws Exception {
        Bundle old = Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().equals(MODEL)).findFirst().orElseThrow();
        String oldVersion = old.getVersion().toString();
        BundleSigner signer = Services.get(context, BundleSigner.class);
        DeployGate gate = Services.get(context, DeployGate.class);
        String subject = signer.createKey("Integration test");
        assertEquals(oldVersion, servingVersion());

        Path work = Files.createDirectories(HOME.resolve("work"));
        Path newer = RebuiltBundle.withNextMinorVersion(old, work);
        assertEquals(new GateVerdict(false, MODEL + " " + newVersion(newer), "", "It is not signed."), gate.submit(newer, PATIENCE));
        signer.sign(newer);
        byte[] whole = Files.readAllBytes(newer);

        Files.write(INCOMING.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        await("a reason beside half a jar", () -> Files.exists(HOME.resolve("quarantine").resolve("half.jar.reason.txt")));
        assertTrue(Files.readString(HOME.resolve("quarantine").resolve("half.jar.reason.txt")).startsWith("It is not a complete zip file"));
        byte[] tampered = whole.clone();
        tampered[whole.length / 2] ^= 1;
        Path bad = Files.write(work.resolve("tampered.jar"), tampered);
        GateVerdict refused = gate.submit(bad, PATIENCE);
        assertFalse(refused.accepted());
        assertTrue(refused.reason(), refused.reason().contains("weights.zip"));
        assertEquals("nothing bad has come in", oldVersion, servingVersion());

        Path part = Files.write(INCOMING.resolve("newer.jar.part"), whole);
        Files.move(part, INCOMING.resolve("newer.jar"), StandardCopyOption.ATOMIC_MOVE);
        String newVersion = newVersion(newer);
        await("a study with the new model", () -> servingVersion().equals(newVersion));
        assertTrue(Files.exists(DEPLOY.resolve(MODEL + "-" + newVersion + ".jar")));
        assertEquals(MODEL + " " + newVersion + " is installed already; a changed bundle needs a higher version.",
                gate.submit(newer, PATIENCE).reason());
        await("a line for the installation", () -> audit().contains("\tinstalled\t" + MODEL + "-" + newVersion + ".jar\t"));
        assertTrue(audit(), audit().contains("\taccepted\tnewer.jar\t") && audit().contains("\t" + subject + "\t"));

        for (HealthFinding finding : Services.get(context, PlatformHealth.class).examine(PlatformHealth.LIVE, PlatformHealth.READY)) {
            assertTrue(finding.toString(), finding.healthy());
        }

        Files.delete(DEPLOY.resolve(MODEL + "-" + newVersion + ".jar"));
        await("a study with the old model", () -> servingVersion().equals(oldVersion));
        await("a line for the removal", () -> audit().contains("\tremoved\t" + MODEL + "-" + newVersion + ".jar\t"));
    }

    private static String newVersion(Path rebuilt) {
        return rebuilt.getFileName().toString().replace(MODEL + "-", "").replace(".jar", "");
    }

    private String servingVersion() throws Exception {
        return Services.get(context, SpineScoring.class).score(new FewImages(context),
                new ScoringRequest(List.of("sparcc"), List.of(), HOME.resolve("none")), Progress.SILENT, new Cancellation())
                .models().get(1).version();
    }

    private static String audit() {
        try {
            return Files.readString(HOME.resolve("audit.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertTrue("no " + what + " within " + PATIENCE, System.nanoTime() < deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
