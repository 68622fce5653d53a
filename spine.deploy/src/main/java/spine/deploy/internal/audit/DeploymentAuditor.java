package spine.deploy.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import spine.common.digest.Sha256;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.gate.InstalledBundle;
import spine.deploy.internal.signing.SignatureCheck;

/**
 * Writes into the audit log what became of the deployed bundles. It compares what the log says with what is installed, so
 * that a change is noted once, whichever process made it and even if none ran when a file came or went.
 */
public final class DeploymentAuditor {
    private static final Set<String> STATES = Set.of(AuditLine.INSTALLED, AuditLine.UPDATED, AuditLine.REMOVED);

    private final Path folder;
    private final FrameworkView framework;
    private final AuditLog audit;
    private final SignatureCheck signature;
    private final Map<Path, Hashed> hashes = new HashMap<>();
    private final Set<String> seenHere = new HashSet<>();

    private record Hashed(FileTime modified, long size, String sha256) {
    }

    /**
     * @param folder of the deployed bundles
     * @param signature which says who signed what lies there
     */
    public DeploymentAuditor(Path folder, FrameworkView framework, AuditLog audit, SignatureCheck signature) {
        this.folder = folder;
        this.framework = framework;
        this.audit = audit;
        this.signature = signature;
    }

    public void bringUpToDate() throws IOException {
        List<AuditLine> lines = audit.since(0);
        Map<String, AuditLine> noted = new TreeMap<>();
        lines.stream().filter(line -> STATES.contains(line.event())).forEach(line -> noted.put(line.jar(), line));
        noted.values().removeIf(line -> line.event().equals(AuditLine.REMOVED));
        Set<String> present = new HashSet<>();
        for (Bundle bundle : framework.deployed()) {
            Path jar = FrameworkView.file(bundle).orElseThrow();
            String name = AuditLine.column(jar.getFileName().toString());
            if (Files.exists(jar)) {
                seenHere.add(name);
                note(bundle, jar, noted.get(name), lines);
                present.add(name);
            }
        }
        noted.keySet().removeAll(present);
        // A process that does not look at the folder has nothing installed from it; that alone removes nothing.
        noted.values().removeIf(line -> Files.exists(folder.resolve(line.jar())) && !seenHere.contains(line.jar()));
        for (AuditLine gone : noted.values()) {
            seenHere.remove(gone.jar());
            audit.add(AuditLine.now(AuditLine.REMOVED, gone.jar(), gone.sha256(), gone.symbolicName(), gone.version(), gone.signer(), ""));
        }
    }

    private void note(Bundle bundle, Path jar, AuditLine before, List<AuditLine> lines) throws IOException {
        String sha256 = sha256(jar);
        if (!FrameworkView.isOf(bundle, sha256) || before != null && before.sha256().equals(sha256)) {
            return;
        }
        boolean checked = lines.stream().anyMatch(line -> line.event().equals(AuditLine.ACCEPTED) && line.sha256().equals(sha256));
        audit.add(AuditLine.now(before == null ? AuditLine.INSTALLED : AuditLine.UPDATED, jar.getFileName().toString(), sha256,
                bundle.getSymbolicName(), bundle.getVersion().toString(), signer(jar), origin(checked) + predecessor(bundle)));
    }

    private static String origin(boolean checked) {
        return checked ? "Through the gate." : "Put into the folder by hand, not through the gate.";
    }

    private String predecessor(Bundle bundle) {
        return framework.installed().stream().filter(other -> other.symbolicName().equals(bundle.getSymbolicName()))
                .map(InstalledBundle::version).filter(version -> version.compareTo(bundle.getVersion()) < 0)
                .max(Comparator.naturalOrder()).map(Version::toString)
                .map(version -> " It follows version " + version + ".").orElse("");
    }

    private String signer(Path jar) {
        try {
            return signature.signer(jar);
        } catch (Rejection nobodyTrusted) {
            return "";
        }
    }

    private String sha256(Path jar) throws IOException {
        FileTime modified = Files.getLastModifiedTime(jar);
        long size = Files.size(jar);
        Hashed hashed = hashes.get(jar);
        if (hashed == null || hashed.size() != size || !hashed.modified().equals(modified)) {
            hashed = new Hashed(modified, size, Sha256.of(jar));
            hashes.put(jar, hashed);
        }
        return hashed.sha256();
    }
}
