package spine.deploy.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.deploy.internal.JsonFile;

/** What the audit log says is deployed, so that a change is noted once, whichever process made it. One process works at a time. */
final class DeploymentLedger {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentLedger.class);
    /** Accepted ones are of interest until they are installed, which is soon. */
    private static final int MOST_ACCEPTED = 1000;

    private final Path file;

    /**
     * A bundle that was noted.
     *
     * @param signer subject of the certificate; empty if it has none that is trusted
     */
    record Noted(String sha256, String symbolicName, String version, String signer) {
    }

    /**
     * @param accepted digests of the jars that have passed the gate, the newest last
     * @param deployed by name of the file in the deploy folder
     * @param remarks by name of the file, the sentence on why it is not used; null in a file of an earlier release
     */
    record Content(List<String> accepted, Map<String, Noted> deployed, Map<String, String> remarks) {

        Content {
            accepted = List.copyOf(accepted);
            deployed = Collections.unmodifiableSortedMap(new TreeMap<>(deployed));
            remarks = remarks == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
        }

        Content withAccepted(String sha256) {
            List<String> all = new ArrayList<>(accepted);
            all.remove(sha256);
            all.add(sha256);
            return new Content(all.subList(Math.max(0, all.size() - MOST_ACCEPTED), all.size()), deployed, remarks);
        }

        Content withDeployed(Map<String, Noted> now) {
            return new Content(accepted, now, remarks);
        }

        Content withRemarks(Map<String, String> now) {
            return new Content(accepted, deployed, now);
        }
    }

    /** @param file need not exist */
    DeploymentLedger(Path file) {
        this.file = file;
    }

    Content read() {
        if (Files.exists(file)) {
            try {
                return JsonFile.read(file, Content.class);
            } catch (IOException e) {
                LOG.warn("{} cannot be read, so the audit log may repeat entries", file, e);
            }
        }
        return new Content(List.of(), Map.of(), Map.of());
    }

    /** Does nothing if the content is the one that was read. */
    void write(Content content, Content before) throws IOException {
        if (!content.equals(before)) {
            JsonFile.write(file, content);
        }
    }
}
