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
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import spine.common.digest.Sha256;
import spine.deploy.internal.BundleLocation;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.gate.GateResult;
import spine.deploy.internal.gate.InstalledBundle;
import spine.deploy.internal.install.RefusedFiles;
import spine.deploy.internal.signing.SignatureCheck;

/**
 * Writes into the audit log what was decided on bundles and what became of the deployed ones. It compares what it has noted
 * with what is installed, so that a change is noted once, whichever process made it and even if none ran when a file came or
 * went. One process and one thread works at a time.
 */
public final class DeploymentAuditor {
    private final Path folder;
    private final FrameworkView framework;
    private final AuditLog audit;
    private final DeploymentLedger ledger;
    private final Supplier<SignatureCheck> signature;
    private final LongFunction<List<String>> standby;
    private final Supplier<List<RefusedFiles.RefusedFile>> refused;
    private final Map<Path, Hashed> hashes = new HashMap<>();
    private final Set<String> seenHere = new HashSet<>();

    private record Hashed(FileTime modified, long size, String sha256) {
    }

    /**
     * @param folder of the deployed bundles
     * @param ledger file with what was noted; need not exist
     * @param signature which says who signed what lies there
     * @param standby says of a bundle, by its number, what of it does not serve yet and why
     * @param refused files that are not installed
     */
    public DeploymentAuditor(Path folder, FrameworkView framework, AuditLog audit, Path ledger, Supplier<SignatureCheck> signature,
            LongFunction<List<String>> standby, Supplier<List<RefusedFiles.RefusedFile>> refused) {
        this.standby = standby;
        this.refused = refused;
        this.folder = folder;
        this.framework = framework;
        this.audit = audit;
        this.ledger = new DeploymentLedger(ledger);
        this.signature = signature;
    }

    /** @throws IOException if no verdict can be noted */
    public void requireUsable() throws IOException {
        audit.requireUsable();
    }

    /**
     * Notes a verdict of the gate.
     *
     * @param jar name of the file as it was handed in
     * @param sha256 empty if it was not read
     */
    public void decided(String jar, String sha256, GateResult result) throws IOException {
        if (result.accepted()) {
            DeploymentLedger.Content before = ledger.read();
            ledger.write(before.withAccepted(sha256), before);
        }
        audit.add(AuditLine.now(jar, sha256, result));
    }

    /** Notes what was installed, updated, removed, put on standby or not taken since this was last done. */
    public void bringUpToDate() throws IOException {
        DeploymentLedger.Content before = ledger.read();
        Map<String, DeploymentLedger.Noted> noted = new TreeMap<>(before.deployed());
        Set<String> present = new HashSet<>();
        for (Bundle bundle : framework.deployed()) {
            Path jar = BundleLocation.file(bundle.getLocation()).orElseThrow();
            String name = jar.getFileName().toString();
            if (Files.exists(jar)) {
                seenHere.add(name);
                note(bundle, jar, noted, before);
                present.add(name);
            }
        }
        for (String name : List.copyOf(noted.keySet())) {
            // A process that does not look at the folder has nothing installed from it; that alone removes nothing.
            if (!present.contains(name) && (!Files.exists(folder.resolve(name)) || seenHere.contains(name))) {
                seenHere.remove(name);
                audit.add(AuditLine.now(AuditLine.REMOVED, name, noted.remove(name), ""));
            }
        }
        ledger.write(before.withDeployed(noted).withRemarks(remarks(before, noted)), before);
    }

    /** What is not used although it lies there; each sentence is noted once. */
    private Map<String, String> remarks(DeploymentLedger.Content before, Map<String, DeploymentLedger.Noted> noted) throws IOException {
        Map<String, String> remarks = new TreeMap<>(before.remarks());
        remarks.keySet().removeIf(name -> !Files.exists(folder.resolve(name)));
        for (Bundle bundle : framework.deployed()) {
            String name = BundleLocation.file(bundle.getLocation()).orElseThrow().getFileName().toString();
            String sentence = String.join(" ", standby.apply(bundle.getBundleId()));
            if (noted.containsKey(name) && !sentence.isEmpty() && !sentence.equals(remarks.put(name, sentence))) {
                audit.add(AuditLine.now(AuditLine.STANDBY, name, noted.get(name), sentence));
            }
        }
        for (RefusedFiles.RefusedFile file : refused.get()) {
            String name = file.file().getFileName().toString();
            String once = file.sha256() + " " + file.reason();
            if (!once.equals(remarks.put(name, once))) {
                audit.add(AuditLine.now(AuditLine.REFUSED, name, new DeploymentLedger.Noted(file.sha256(), file.symbolicName(),
                        file.version(), signer(file.file())), file.reason()));
            }
        }
        return remarks;
    }

    private void note(Bundle bundle, Path jar, Map<String, DeploymentLedger.Noted> noted, DeploymentLedger.Content before)
            throws IOException {
        String name = jar.getFileName().toString();
        String sha256 = sha256(jar);
        DeploymentLedger.Noted earlier = noted.get(name);
        if (!BundleLocation.isOf(bundle.getLocation(), sha256) || earlier != null && earlier.sha256().equals(sha256)) {
            return;
        }
        DeploymentLedger.Noted now = new DeploymentLedger.Noted(sha256, bundle.getSymbolicName(), bundle.getVersion().toString(),
                signer(jar));
        audit.add(AuditLine.now(earlier == null ? AuditLine.INSTALLED : AuditLine.UPDATED, name, now,
                origin(before.accepted().contains(sha256)) + predecessor(bundle)));
        noted.put(name, now);
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
            return signature.get().signer(jar);
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
