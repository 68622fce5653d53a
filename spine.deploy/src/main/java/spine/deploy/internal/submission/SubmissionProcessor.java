package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.GateVerdict;
import spine.common.digest.Sha256;
import spine.common.file.FileFailure;
import spine.common.file.FileNames;
import spine.common.install.InstallPaths;
import spine.deploy.internal.audit.DeploymentAuditor;
import spine.deploy.internal.gate.BundleIdentity;
import spine.deploy.internal.gate.Checks;
import spine.deploy.internal.gate.GateResult;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/**
 * Leads one file through the gate. What is checked is a copy that nobody else has ever been able to open: the one who handed
 * a file in may still hold it open or have a second name for it, and could change it after the check.
 */
public final class SubmissionProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionProcessor.class);
    private static final String CLAIMED = ".claimed";
    private static final String COPY = ".copy";
    /** Bytes of the name of a file, so that there is room for what is put before and behind it. */
    private static final int LONGEST_NAME = 200;

    private final InstallPaths paths;
    private final Supplier<Checks> checks;
    private final DeploymentAuditor auditor;
    private final VerdictStore verdicts;
    private final Quarantine quarantine;
    private final BiConsumer<Path, Deployment> accepted;

    /**
     * @param checks those in force; they may change between two files
     * @param accepted told where an accepted bundle lies, after its verdict
     */
    public SubmissionProcessor(InstallPaths paths, Supplier<Checks> checks, DeploymentAuditor auditor, VerdictStore verdicts,
            BiConsumer<Path, Deployment> accepted) {
        this.paths = paths;
        this.checks = checks;
        this.auditor = auditor;
        this.verdicts = verdicts;
        this.quarantine = new Quarantine(paths.quarantine());
        this.accepted = accepted;
    }

    /**
     * Decides on a file.
     *
     * @param dropped in the folder of incoming files; it is gone afterwards
     * @param deployment settled
     */
    public void take(Path dropped, Deployment deployment) throws IOException {
        Path claimed = paths.checking().resolve(FileNames.shortened(dropped.getFileName().toString(), LONGEST_NAME) + CLAIMED);
        Files.move(dropped, claimed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        decide(claimed, deployment);
    }

    /** Removes from the quarantine what is too much, and what is old. */
    public void tidy() throws IOException {
        quarantine.tidy();
    }

    /** What a process that ended in the middle has left. */
    public List<Path> claimed() throws IOException {
        List<Path> left = new ArrayList<>();
        try (var files = Files.newDirectoryStream(paths.checking(), "*" + CLAIMED)) {
            files.forEach(left::add);
        }
        return left;
    }

    /** @param claimed one of {@link #claimed()} */
    public void resume(Path claimed) throws IOException {
        Deployment deployment = Deployment.seen(claimed);
        deployment.advance(DeploymentState.SETTLED);
        decide(claimed, deployment);
    }

    private void decide(Path claimed, Deployment deployment) throws IOException {
        String file = claimed.getFileName().toString();
        String name = file.substring(0, file.length() - CLAIMED.length());
        long mostBytes = checks.get().mostBytes();
        Optional<String> unnoted = unnoted();
        if (unnoted.isPresent()) {
            refuseUnnoted(claimed, name, deployment, unnoted.get());
        } else if (!Files.isRegularFile(claimed, LinkOption.NOFOLLOW_LINKS)) {
            reject(claimed, name, "", deployment, "It is not a regular file.");
        } else if (Files.size(claimed) > mostBytes) {
            reject(claimed, name, Sha256.of(claimed), deployment, "It has more than " + (mostBytes >> 20) + " MB.");
        } else {
            Path copy = paths.checking().resolve(name + COPY);
            Files.copy(claimed, copy, StandardCopyOption.REPLACE_EXISTING);
            examine(copy, name, deployment);
            Files.delete(claimed);
        }
    }

    /** Why no verdict can be noted, a sentence; empty if it can. */
    private Optional<String> unnoted() {
        try {
            auditor.requireUsable();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("No verdict can be noted: " + FileFailure.sentence(e) + " './spine doctor --fix' mends that.");
        }
    }

    /** Without a line in the audit log nothing is accepted. */
    private void refuseUnnoted(Path claimed, String name, Deployment deployment, String reason) throws IOException {
        boolean regular = Files.isRegularFile(claimed, LinkOption.NOFOLLOW_LINKS);
        String sha256 = regular ? Sha256.of(claimed) : "";
        deployment.advance(DeploymentState.EXAMINED);
        quarantine.take(claimed, name, reason);
        LOG.error("{} is refused: {}", name, reason);
        tell(sha256, new GateVerdict(false, "", "", reason), deployment);
    }

    private void examine(Path copy, String name, Deployment deployment) throws IOException {
        String sha256 = Sha256.of(copy);
        GateResult result = checks.get().gate().examine(copy);
        deployment.advance(DeploymentState.EXAMINED);
        if (result.accepted() && !FileNames.fits(fileName(result.bundle()))) {
            result = new GateResult(result.bundle(), result.signer(), "Its Bundle-SymbolicName and Bundle-Version together are too long for"
                    + " the name of a file.");
        }
        if (result.accepted()) {
            BundleIdentity bundle = result.bundle();
            // Named by what it is, so that it can replace no other bundle's file.
            Path deployed = paths.deploy().resolve(fileName(bundle));
            Files.move(copy, deployed, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("{} is accepted: {}", name, bundle);
            conclude(name, sha256, result, deployment);
            accepted.accept(deployed, deployment);
        } else {
            quarantine.take(copy, name, result.reason());
            conclude(name, sha256, result, deployment);
        }
    }

    private static String fileName(BundleIdentity bundle) {
        return bundle.symbolicName() + "-" + bundle.version() + ".jar";
    }

    /** Nothing of the file is looked into. */
    private void reject(Path claimed, String name, String sha256, Deployment deployment, String reason) throws IOException {
        deployment.advance(DeploymentState.EXAMINED);
        quarantine.take(claimed, name, reason);
        conclude(name, sha256, new GateResult(null, "", reason), deployment);
    }

    private void conclude(String name, String sha256, GateResult result, Deployment deployment) throws IOException {
        auditor.decided(name, sha256, result);
        GateVerdict verdict = new GateVerdict(result.accepted(), result.bundle() == null ? "" : result.bundle().toString(),
                result.signer(), result.reason());
        tell(sha256, verdict, deployment);
    }

    private void tell(String sha256, GateVerdict verdict, Deployment deployment) {
        if (!sha256.isEmpty()) {
            leave(sha256, verdict);
        }
        deployment.decide(verdict);
    }

    /** For clients in other processes, who wait in vain where it cannot be written; the file is decided on all the same. */
    private void leave(String sha256, GateVerdict verdict) {
        try {
            verdicts.write(sha256, verdict);
        } catch (IOException e) {
            LOG.error("the verdict on {} cannot be written", sha256, e);
        }
    }
}
