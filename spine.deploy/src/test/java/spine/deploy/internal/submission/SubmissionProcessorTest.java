package spine.deploy.internal.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.service.GateVerdict;
import spine.common.digest.Sha256;
import spine.common.install.InstallPaths;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.TestPlatform;
import spine.deploy.internal.audit.AuditLines;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/** The way of files from the folder of incoming ones to deployment or quarantine, with what the audit log says of it. */
class SubmissionProcessorTest {
    @TempDir
    private Path work;
    private TestPlatform platform;
    private InstallPaths paths;
    private SubmissionProcessor processor;
    private final Map<Path, Deployment> accepted = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(work);
        paths = platform.paths;
        processor = new SubmissionProcessor(paths, () -> platform.checks(false), platform.auditor(),
                new VerdictStore(paths.verdicts(), 10), accepted::put);
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
        Deployment deployment = take(jar);
        assertEquals(sha256, Sha256.of(paths.deploy().resolve("acme.index-1.0.0.jar")));
        assertEquals(List.of("acme.index-1.0.0.jar"), names(paths.deploy()));
        assertEquals(DeploymentState.ACCEPTED, deployment.state());
        assertEquals(Map.of(paths.deploy().resolve("acme.index-1.0.0.jar"), deployment), accepted);
        assertEquals(new GateVerdict(true, "acme.index 1.0.0", "CN=Trusted\\, Ltd", ""), deployment.verdict().get());
        assertEquals(List.of(), names(paths.incoming()));
        assertEquals(List.of(), names(paths.checking()));
        AuditLines.Line line = audit().get(0);
        assertEquals("accepted upload.jar " + sha256 + " acme.index 1.0.0 CN=Trusted\\, Ltd ", String.join(" ", line.event(), line.jar(),
                line.sha256(), line.symbolicName(), line.version(), line.signer(), line.reason()));
        assertTrue(Files.readString(paths.auditLog())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\taccepted\tupload.jar\t.*\t-\t[0-9a-f]{64}\n"));
    }

    @Test
    void aRefusedBundleGoesIntoQuarantineWithTheReason() throws Exception {
        assertEquals(DeploymentState.REJECTED, take(incoming("upload.jar", "1.0.0")).state());
        take(incoming("upload.jar", "1.0.1"));
        assertEquals(List.of("upload-2.jar", "upload-2.jar.reason.txt", "upload.jar", "upload.jar.reason.txt"), names(paths.quarantine()));
        assertEquals("It is not signed.\n", Files.readString(paths.quarantine().resolve("upload.jar.reason.txt")));
        assertEquals(List.of(), names(paths.deploy()));
        assertEquals(List.of("refused", "refused"), audit().stream().map(AuditLines.Line::event).toList());
        assertEquals("It is not signed.", audit().get(0).reason());
    }

    @Test
    void whoStillHoldsTheFileOpenCannotChangeWhatIsDeployed() throws Exception {
        Path jar = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(jar);
        String sha256 = Sha256.of(jar);
        Path secondName = Files.createLink(work.resolve("second-name"), jar);
        try (RandomAccessFile open = new RandomAccessFile(jar.toFile(), "rw")) {
            take(jar);
            open.writeBytes("overwritten");
        }
        Files.writeString(secondName, "overwritten");
        assertEquals(sha256, Sha256.of(paths.deploy().resolve("acme.index-1.0.0.jar")));
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Path target = new TestBundle("acme.index", "1.0.0").write(work.resolve("elsewhere.jar"));
        take(Files.createSymbolicLink(paths.incoming().resolve("link.jar"), target));
        assertEquals("It is not a regular file.\n", Files.readString(paths.quarantine().resolve("link.jar.reason.txt")));
        assertTrue(Files.exists(target));
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() throws Exception {
        Path jar = Files.write(paths.incoming().resolve("large.jar"), new byte[(1 << 20) + 1]);
        take(jar);
        assertEquals("It has more than 1 MB.", audit().get(0).reason());
    }

    @Test
    void whatAnEndedProcessLeftIsDecidedLater() throws Exception {
        Path jar = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(jar);
        Files.move(jar, paths.checking().resolve("upload.jar.claimed"));
        Files.writeString(paths.checking().resolve("upload.jar.copy"), "half");
        for (Path claimed : processor.claimed()) {
            processor.resume(claimed);
        }
        assertEquals(List.of("acme.index-1.0.0.jar"), names(paths.deploy()));
        assertEquals(List.of(), names(paths.checking()));
    }

    @Test
    void acceptedButNotYetInstalledCountsToo() throws Exception {
        for (String version : List.of("1.2.0", "1.1.0", "1.2.0")) {
            Path jar = incoming("upload.jar", version);
            platform.trusted.sign(jar);
            take(jar);
        }
        assertEquals(List.of("accepted", "refused", "refused"), audit().stream().map(AuditLines.Line::event).toList());
        assertEquals("Its version 1.1.0 is lower than the installed 1.2.0 of acme.index.", audit().get(1).reason());
    }

    /** As long as file systems take them, in one to four bytes a character, and what a shell or a terminal would misread. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("-rf.jar", "a b.jar", "..jar.jar", "CON.jar", "\u202egpj.jar", "\u001b[31m.jar",
                "two\nlines.jar", "$(id).jar"));
        for (int bytes = 200; bytes <= 251; bytes += 3) {
            names.add("x".repeat(bytes) + ".jar");
            names.add("\u65e5".repeat(bytes / 3) + ".jar");
            names.add("\ud83d\ude00".repeat(bytes / 4) + ".jar");
        }
        return names;
    }

    @Test
    void aFileOfAnyNameIsDecidedOn() throws Exception {
        List<String> names = names();
        for (String name : names) {
            assertEquals(DeploymentState.REJECTED, take(incoming(name, "1.0.0")).state(), name);
        }
        assertEquals(List.of(), names(paths.incoming()));
        assertEquals(List.of(), names(paths.checking()));
        assertEquals(2 * names.size(), names(paths.quarantine()).size());
        assertEquals(names.size(), audit().size());
        Path jar = incoming("upload.jar", "1.0.0");
        platform.trusted.sign(jar);
        Path renamed = Files.move(jar, jar.resolveSibling("y".repeat(251) + ".jar"));
        assertEquals(DeploymentState.ACCEPTED, take(renamed).state());
    }

    @Test
    void aBundleWhoseFileCannotBeNamedIsRefused() throws Exception {
        for (int length = 238; length <= 252; length++) {
            Path jar = new TestBundle("a".repeat(length), "1.0.0").write(paths.incoming().resolve("upload.jar"));
            platform.trusted.sign(jar);
            assertEquals(length + "-1.0.0.jar".length() <= 255 ? DeploymentState.ACCEPTED : DeploymentState.REJECTED, take(jar).state());
        }
        assertEquals("Its Bundle-SymbolicName and Bundle-Version together are too long for the name of a file.",
                audit().get(audit().size() - 1).reason());
        assertEquals(List.of(), names(paths.checking()));
    }

    @Test
    void nothingIsAcceptedThatCannotBeNoted() throws Exception {
        for (Path place : List.of(paths.auditLog(), paths.auditLog().resolveSibling("audit.head"))) {
            Files.createDirectory(place);
            Path jar = incoming("upload.jar", "1.0.0");
            platform.trusted.sign(jar);
            GateVerdict verdict = take(jar).verdict().get();
            assertEquals("No verdict can be noted: " + place + " cannot be read or written: it is no regular file."
                    + " './spine doctor --fix' mends that.", verdict.reason());
            Files.delete(place);
        }
        assertEquals(List.of(), names(paths.deploy()));
        assertEquals(List.of(), names(paths.checking()));
    }

    private Deployment take(Path dropped) throws IOException {
        Deployment deployment = Deployment.seen(dropped);
        deployment.advance(DeploymentState.SETTLED);
        processor.take(dropped, deployment);
        return deployment;
    }

    private List<AuditLines.Line> audit() throws IOException {
        return AuditLines.of(paths.auditLog(), 0);
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
