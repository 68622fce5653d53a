package spine.deploy.internal.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import spine.api.UnusableInputException;
import spine.api.service.GateVerdict;
import spine.api.service.UnavailableException;
import spine.common.digest.Sha256;
import spine.common.install.InstallPaths;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.TestPlatform;
import spine.deploy.internal.audit.AuditLine;
import spine.deploy.internal.audit.AuditLog;
import spine.deploy.internal.audit.DeploymentAuditor;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.watch.StableFileScanner;

/** The way of files from the folder of incoming ones to deployment or quarantine, with what the audit log says of it. */
class SubmissionProcessorTest {
    @TempDir
    private Path work;
    private TestPlatform platform;
    private InstallPaths paths;
    private AuditLog audit;
    private SubmissionProcessor entrance;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(work);
        paths = platform.paths;
        audit = new AuditLog(paths.auditLog());
        entrance = new SubmissionProcessor(paths, platform.gate(false), audit, 1 << 20);
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void anAcceptedBundleIsDeployedUnderItsOwnName() throws Exception {
        Path jar = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(jar);
        String sha256 = Sha256.of(jar);
        entrance.take(jar);
        assertEquals(sha256, Sha256.of(paths.deploy().resolve("acme.index-1.0.0.jar")));
        assertEquals(List.of("acme.index-1.0.0.jar"), names(paths.deploy()));
        assertEquals(List.of(), names(paths.incoming()));
        assertEquals(List.of(), names(paths.checking()));
        AuditLine line = audit.since(0).get(0);
        assertEquals("accepted upload.jar " + sha256 + " acme.index 1.0.0 CN=Trusted\\, Ltd ", String.join(" ", line.event(), line.jar(),
                line.sha256(), line.symbolicName(), line.version(), line.signer(), line.reason()));
        assertTrue(Files.readString(paths.auditLog()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\taccepted\tupload.jar\t.*\t-\n"));
    }

    @Test
    void aRefusedBundleGoesIntoQuarantineWithTheReason() throws Exception {
        entrance.take(incoming("upload.jar", "1.0.0"));
        entrance.take(incoming("upload.jar", "1.0.1"));
        assertEquals(List.of("upload-2.jar", "upload-2.jar.reason.txt", "upload.jar", "upload.jar.reason.txt"), names(paths.quarantine()));
        assertEquals("It is not signed.\n", Files.readString(paths.quarantine().resolve("upload.jar.reason.txt")));
        assertEquals(List.of(), names(paths.deploy()));
        assertEquals(List.of("refused", "refused"), audit.since(0).stream().map(AuditLine::event).toList());
        assertEquals("It is not signed.", audit.since(0).get(0).reason());
    }

    @Test
    void whoStillHoldsTheFileOpenCannotChangeWhatIsDeployed() throws Exception {
        Path jar = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(jar);
        String sha256 = Sha256.of(jar);
        Path secondName = Files.createLink(work.resolve("second-name"), jar);
        try (RandomAccessFile open = new RandomAccessFile(jar.toFile(), "rw")) {
            entrance.take(jar);
            open.writeBytes("overwritten");
        }
        Files.writeString(secondName, "overwritten");
        assertEquals(sha256, Sha256.of(paths.deploy().resolve("acme.index-1.0.0.jar")));
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Path target = new TestBundle("acme.index", "1.0.0").write(work.resolve("elsewhere.jar"));
        entrance.take(Files.createSymbolicLink(paths.incoming().resolve("link.jar"), target));
        assertEquals("It is no plain file.\n", Files.readString(paths.quarantine().resolve("link.jar.reason.txt")));
        assertTrue(Files.exists(target));
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() throws Exception {
        Path jar = Files.write(paths.incoming().resolve("large.jar"), new byte[(1 << 20) + 1]);
        entrance.take(jar);
        assertEquals("It has more than 1 MB.", audit.since(0).get(0).reason());
    }

    @Test
    void whatAnEndedProcessLeftIsDecidedLater() throws Exception {
        Path jar = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(jar);
        Files.move(jar, paths.checking().resolve("upload.jar.claimed"));
        Files.writeString(paths.checking().resolve("upload.jar.copy"), "half");
        entrance.resume();
        assertEquals(List.of("acme.index-1.0.0.jar"), names(paths.deploy()));
        assertEquals(List.of(), names(paths.checking()));
    }

    @Test
    void acceptedButNotYetInstalledCountsToo() throws Exception {
        for (String version : List.of("1.2.0", "1.1.0", "1.2.0")) {
            Path jar = incoming("upload.jar", version);
            platform.trusted.sign(jar);
            entrance.take(jar);
        }
        assertEquals(List.of("accepted", "refused", "refused"), audit.since(0).stream().map(AuditLine::event).toList());
        assertEquals("Its version 1.1.0 is lower than the installed 1.2.0 of acme.index.", audit.since(0).get(1).reason());
    }

    @Test
    void whoeverHandsInIsToldTheVerdict() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("mine.jar"));
        DeployClient submission = new DeployClient(paths);
        CompletableFuture<Void> gate = CompletableFuture.runAsync(this::takeOne);
        GateVerdict verdict = submission.submit(jar, Duration.ofSeconds(60));
        gate.join();
        assertEquals(new GateVerdict(false, "acme.index 1.0.0", "", "It is not signed."), verdict);
        assertTrue(Files.exists(jar));
        assertThrows(UnavailableException.class, () -> submission.submit(jar, Duration.ofMillis(1)));
        assertThrows(UnusableInputException.class, () -> submission.submit(work.resolve("none.jar"), Duration.ofMillis(1)));
    }

    private void takeOne() {
        StableFileScanner intake = new StableFileScanner(paths.incoming(), Duration.ZERO);
        try {
            List<Path> ready = intake.ready(0);
            while (ready.isEmpty()) {
                Thread.sleep(5);
                ready = intake.ready(0);
            }
            entrance.take(ready.get(0));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theJournalFollowsWhatIsInstalled() throws Exception {
        DeploymentAuditor journal = journal();
        Path checked = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(checked);
        entrance.take(checked);
        Bundle bundle = platform.context().installBundle(paths.deploy().resolve("acme.index-1.0.0.jar").toFile().toURI().toString());
        Path byHand = new TestBundle(TestPlatform.PROVIDER, "1.2.0").write(paths.deploy().resolve("hand.jar"));
        platform.context().installBundle(byHand.toFile().toURI().toString());
        journal.bringUpToDate();
        journal.bringUpToDate();
        assertEquals(List.of("accepted upload.jar ", "installed acme.index-1.0.0.jar Through the gate.",
                "installed hand.jar Put into the folder by hand, not through the gate. It follows version 1.1.0."), lines());
        assertEquals("CN=Trusted\\, Ltd", audit.since(0).get(1).signer());

        long position = audit.end();
        bundle.uninstall();
        new TestBundle(TestPlatform.PROVIDER, "1.3.0").write(byHand);
        journal().bringUpToDate();
        assertEquals(List.of("updated hand.jar"), audit.since(position).stream().map(line -> line.event() + " " + line.jar()).toList());
        journal.bringUpToDate();
        assertEquals(List.of("updated hand.jar", "removed acme.index-1.0.0.jar"),
                audit.since(position).stream().map(line -> line.event() + " " + line.jar()).toList());
        assertFalse(audit.since(position).get(1).sha256().isEmpty());
    }

    @Test
    void aFileThatWentWhileNothingRanIsNotedAsRemoved() throws Exception {
        audit.add(AuditLine.now(AuditLine.INSTALLED, "gone.jar", "00", "acme.index", "1.0.0", "", ""));
        journal().bringUpToDate();
        journal().bringUpToDate();
        assertEquals(List.of("installed gone.jar ", "removed gone.jar "), lines());
    }

    private DeploymentAuditor journal() {
        return new DeploymentAuditor(paths.deploy(), new FrameworkView(platform.context(), paths.deploy()), audit, platform.signature(false));
    }

    private List<String> lines() throws IOException {
        return audit.since(0).stream().map(line -> line.event() + " " + line.jar() + " " + line.reason()).toList();
    }

    private Path incoming(String name, String version) throws IOException {
        return new TestBundle("acme.index", version).write(paths.incoming().resolve(name));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
