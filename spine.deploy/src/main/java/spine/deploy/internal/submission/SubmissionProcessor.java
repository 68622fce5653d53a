package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.digest.Sha256;
import spine.common.install.InstallPaths;
import spine.deploy.internal.audit.AuditLine;
import spine.deploy.internal.audit.AuditLog;
import spine.deploy.internal.gate.BundleIdentity;
import spine.deploy.internal.gate.GateResult;
import spine.deploy.internal.gate.Gate;

/**
 * Leads one file through the gate. What is checked is a copy that nobody else has ever been able to open: the one who handed
 * a file in may still hold it open or have a second name for it, and could change it after the check.
 */
public final class SubmissionProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionProcessor.class);
    private static final String CLAIMED = ".claimed";
    private static final String COPY = ".copy";

    private final InstallPaths paths;
    private final Gate gate;
    private final AuditLog audit;
    private final Quarantine quarantine;
    private final long mostBytes;

    public SubmissionProcessor(InstallPaths paths, Gate gate, AuditLog audit, long mostBytes) {
        this.paths = paths;
        this.gate = gate;
        this.audit = audit;
        this.quarantine = new Quarantine(paths.quarantine());
        this.mostBytes = mostBytes;
    }

    /** @param dropped in the folder of incoming files; it is gone afterwards */
    public void take(Path dropped) throws IOException {
        Path claimed = paths.checking().resolve(dropped.getFileName() + CLAIMED);
        Files.move(dropped, claimed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        decide(claimed);
    }

    /** Goes on with what a process that ended in the middle has left. */
    public void resume() throws IOException {
        try (var left = Files.newDirectoryStream(paths.checking(), "*" + CLAIMED)) {
            for (Path claimed : left) {
                decide(claimed);
            }
        }
    }

    private void decide(Path claimed) throws IOException {
        String file = claimed.getFileName().toString();
        String name = file.substring(0, file.length() - CLAIMED.length());
        if (!Files.isRegularFile(claimed, LinkOption.NOFOLLOW_LINKS)) {
            refuse(claimed, name, "", "It is no plain file.");
        } else if (Files.size(claimed) > mostBytes) {
            refuse(claimed, name, "", "It has more than " + (mostBytes >> 20) + " MB.");
        } else {
            Path copy = paths.checking().resolve(name + COPY);
            Files.copy(claimed, copy, StandardCopyOption.REPLACE_EXISTING);
            decide(copy, name);
            Files.delete(claimed);
        }
    }

    private void decide(Path copy, String name) throws IOException {
        String sha256 = Sha256.of(copy);
        GateResult examination = gate.examine(copy);
        if (examination.accepted()) {
            BundleIdentity bundle = examination.bundle();
            // Named by what it is, so that it can replace no other bundle's file.
            Files.move(copy, paths.deploy().resolve(bundle.symbolicName() + "-" + bundle.version() + ".jar"),
                    StandardCopyOption.ATOMIC_MOVE);
            audit.add(AuditLine.now(AuditLine.ACCEPTED, name, sha256, examination));
            LOG.info("{} is accepted: {}", name, bundle);
        } else {
            quarantine.take(copy, name, examination.reason());
            audit.add(AuditLine.now(AuditLine.REFUSED, name, sha256, examination));
        }
    }

    private void refuse(Path claimed, String name, String sha256, String reason) throws IOException {
        quarantine.take(claimed, name, reason);
        audit.add(AuditLine.now(AuditLine.REFUSED, name, sha256, new GateResult(null, "", reason)));
    }
}
