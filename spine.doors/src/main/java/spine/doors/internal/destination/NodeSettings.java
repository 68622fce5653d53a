package spine.doors.internal.destination;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import spine.doors.internal.TlsFiles;
import spine.io.dimse.RemoteNode;

/** How a destination is called, as its configuration says. */
final class NodeSettings {
    private static final String NONE = "none";

    private NodeSettings() {
    }

    /**
     * @param conf folder that names of files are relative to
     * @throws IllegalArgumentException with a sentence, if a part cannot be used
     */
    static RemoteNode node(DestinationConfiguration configuration, Path conf) {
        TlsFiles files = TlsFiles.in(conf, configuration.tls_keys(), configuration.tls_trusted(), configuration.tls_password_file());
        boolean plain = configuration.tls().strip().equals(NONE) && files.isEmpty();
        return RemoteNode.at(configuration.address(), configuration.title(), configuration.calling(),
                plain ? Optional.empty() : Optional.of(files.settings(false)), Duration.ofSeconds(configuration.timeout_seconds()));
    }

    /** How long to wait until the archive says what it keeps; empty if it is not asked. */
    static Optional<Duration> commitment(DestinationConfiguration configuration) {
        return configuration.commitment().strip().equals(NONE) ? Optional.empty()
                : Optional.of(Duration.ofSeconds(configuration.commitment_seconds()));
    }
}
