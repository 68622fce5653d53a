package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.GateVerdict;
import spine.deploy.internal.JsonFile;

/**
 * The last verdict on each jar, for clients in other processes of the same home: a file named by the digest of the jar. Only
 * the newest are kept. One process writes at a time; any may read.
 */
public final class VerdictStore {
    private static final Logger LOG = LoggerFactory.getLogger(VerdictStore.class);
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final int most;

    /**
     * A verdict as it is stored.
     *
     * @param decided when, UTC; tells one verdict on a jar from the next
     */
    record Stored(String decided, boolean accepted, String bundle, String signer, String reason) {

        static Stored now(GateVerdict verdict) {
            return new Stored(Instant.now().toString(), verdict.accepted(), verdict.bundle(), verdict.signer(), verdict.reason());
        }

        GateVerdict verdict() {
            return new GateVerdict(accepted, bundle, signer, reason);
        }
    }

    /**
     * @param folder must exist before the first verdict is written
     * @param most number of verdicts to keep
     */
    public VerdictStore(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    void write(String sha256, GateVerdict verdict) throws IOException {
        JsonFile.write(folder.resolve(sha256 + SUFFIX), Stored.now(verdict));
        prune();
    }

    /** @return empty if there is none, or none that can be read */
    Optional<Stored> read(String sha256) {
        Path file = folder.resolve(sha256 + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonFile.read(file, Stored.class));
        } catch (IOException e) {
            LOG.debug("{} is not a verdict", file, e);
            return Optional.empty();
        }
    }

    private void prune() throws IOException {
        List<Path> verdicts = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "[!.]*" + SUFFIX)) {
            files.forEach(verdicts::add);
        }
        if (verdicts.size() > most) {
            verdicts.sort(Comparator.comparing(file -> file.toFile().lastModified()));
            for (Path old : verdicts.subList(0, verdicts.size() - most)) {
                Files.deleteIfExists(old);
            }
        }
    }
}
