package spine.app.internal.cli.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import spine.api.UnusableInputException;
import spine.common.settings.ConfigurationFile;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.TlsSettings;

/** A node as the settings of a destination of the platform name it, for commands, which run without those. */
final class ConfiguredNode {
    private static final String FACTORY = "spine.destination~";
    private static final String SECONDS = "60";

    private ConfiguredNode() {
    }

    /**
     * @param conf folder of settings, which names of files are relative to
     * @throws IllegalArgumentException with a sentence, if there is no such destination or a part cannot be used
     * @throws UnusableInputException if the file of the password for TLS cannot be read
     */
    static RemoteNode read(Path conf, String name) throws UnusableInputException, IOException {
        Path file = conf.resolve(FACTORY + name + ConfigurationFile.SUFFIX);
        if (!file.getParent().equals(conf) || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("'" + name + "' is neither HOST:PORT nor a destination of " + conf + ".");
        }
        Map<String, String> settings = new ConfigurationFile(file).read();
        try {
            return RemoteNode.at(settings.getOrDefault("address", ""), settings.getOrDefault("title", "ANY-SCP"),
                    settings.getOrDefault("calling", "SPINE"), tls(conf, settings),
                    Duration.ofSeconds(Long.parseLong(settings.getOrDefault("timeout.seconds", SECONDS))));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(file + ": timeout.seconds is no number.", noNumber);
        }
    }

    private static Optional<TlsSettings> tls(Path conf, Map<String, String> settings) throws UnusableInputException {
        Optional<Path> keys = file(conf, settings, "tls.keys");
        Optional<Path> trusted = file(conf, settings, "tls.trusted");
        Optional<Path> password = file(conf, settings, "tls.password.file");
        if (settings.getOrDefault("tls", "none").equals("none") && keys.isEmpty() && trusted.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TlsSettings(keys, trusted, TlsOptions.word(password), false));
    }

    private static Optional<Path> file(Path conf, Map<String, String> settings, String key) {
        return Optional.ofNullable(settings.get(key)).filter(name -> !name.isBlank()).map(conf::resolve);
    }
}
