package spine.deploy.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import spine.common.digest.Sha256;
import spine.common.install.InstallPaths;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.TestPlatform;
import spine.deploy.internal.install.RefusedFiles;
import spine.deploy.internal.gate.GateResult;

/** What the audit log says of bundles in the deploy folder. */
class DeploymentAuditorTest {
    @TempDir
    private Path work;
    private TestPlatform platform;
    private InstallPaths paths;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(work);
        paths = platform.paths;
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void theLogFollowsWhatIsInstalled() throws Exception {
        DeploymentAuditor auditor = platform.auditor();
        Path checked = new TestBundle("acme.index", "1.0.0").write(paths.deploy().resolve("acme.index-1.0.0.jar"));
        platform.trusted.sign(checked);
        GateResult result = platform.gate(false).examine(checked);
        auditor.decided("upload.jar", Sha256.of(checked), new GateResult(result.bundle(), result.signer(), ""));
        Bundle bundle = platform.context().installBundle(checked.toFile().toURI().toString());
        Path byHand = new TestBundle(TestPlatform.PROVIDER, "1.2.0").write(paths.deploy().resolve("hand.jar"));
        platform.context().installBundle(byHand.toFile().toURI().toString());
        auditor.bringUpToDate();
        auditor.bringUpToDate();
        assertEquals(List.of("accepted upload.jar ", "installed acme.index-1.0.0.jar Through the gate.",
                "installed hand.jar Put into the folder by hand, not through the gate. It follows version 1.1.0."), lines());
        assertEquals("CN=Trusted\\, Ltd", audit(0).get(1).signer());

        int before = audit(0).size();
        bundle.uninstall();
        new TestBundle(TestPlatform.PROVIDER, "1.3.0").write(byHand);
        platform.auditor().bringUpToDate();
        assertEquals(List.of("updated hand.jar"), audit(before).stream().map(line -> line.event() + " " + line.jar()).toList());
        auditor.bringUpToDate();
        assertEquals(List.of("updated hand.jar", "removed acme.index-1.0.0.jar"),
                audit(before).stream().map(line -> line.event() + " " + line.jar()).toList());
        assertFalse(audit(before).get(1).sha256().isEmpty());
    }

    @Test
    void aFileThatWentWhileNothingRanIsNotedAsRemoved() throws Exception {
        DeploymentLedger ledger = new DeploymentLedger(paths.deployments());
        DeploymentLedger.Noted gone = new DeploymentLedger.Noted("00", "acme.index", "1.0.0", "");
        ledger.write(ledger.read().withDeployed(Map.of("gone.jar", gone)), ledger.read());
        platform.auditor().bringUpToDate();
        platform.auditor().bringUpToDate();
        assertEquals(List.of("removed gone.jar "), lines());
    }

    @Test
    void whatLiesThereAndIsNotUsedIsNotedOnceForEachReason() throws Exception {
        Path weak = new TestBundle("acme.model", "1.1.0").write(paths.deploy().resolve("weak.jar"));
        Path again = new TestBundle("acme.model", "1.1.0").write(paths.deploy().resolve("again.jar"));
        platform.context().installBundle(weak.toFile().toURI().toString());
        AtomicReference<String> reason = new AtomicReference<>("It was not compared.");
        List<RefusedFiles.RefusedFile> duplicates = List.of(new RefusedFiles.RefusedFile(again, "00", "acme.model", "1.1.0",
                "The name and version are there already.", null));
        for (String sentence : List.of("It was not compared.", "It was not compared.", "It was worse.")) {
            reason.set(sentence);
            platform.auditor(bundle -> List.of(reason.get()), duplicates).bringUpToDate();
        }
        assertEquals(List.of("installed weak.jar Put into the folder by hand, not through the gate.",
                "standby weak.jar It was not compared.",
                "refused again.jar The name and version are there already.", "standby weak.jar It was worse."), lines());
    }

    @Test
    void aDamagedLedgerStopsNothing() throws Exception {
        Files.writeString(paths.deployments(), "{\"accepted\": 1");
        Path byHand = new TestBundle("acme.index", "1.0.0").write(paths.deploy().resolve("hand.jar"));
        platform.context().installBundle(byHand.toFile().toURI().toString());
        platform.auditor().bringUpToDate();
        platform.auditor().bringUpToDate();
        assertEquals(List.of("installed hand.jar Put into the folder by hand, not through the gate."), lines());
    }

    private List<AuditLines.Line> audit(int skipped) throws IOException {
        return AuditLines.of(paths.auditLog(), skipped);
    }

    private List<String> lines() throws IOException {
        return audit(0).stream().map(line -> line.event() + " " + line.jar() + " " + line.reason()).toList();
    }
}
