package spine.app.internal.cli.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.common.install.InstallPaths;
import spine.common.settings.ConfigurationFile;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWebNode;

/** A server with DICOM web services: by its address, or by the name of a destination in the settings. */
final class WebOptions {
    private static final String FACTORY = "spine.destination.web~";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "NAME", description = "for a URL: user at the server; needs --password-file")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE", description = "for a URL: file whose first line is the password of --user")
    private String passwordFile = "";

    @Option(names = "--token-file", paramLabel = "FILE", description = "for a URL: file whose first line is a token, in place of --user")
    private String tokenFile = "";

    @Option(names = "--web-trust", paramLabel = "FILE",
            description = "for a URL: PEM file that the certificate of the server is checked against (default: those that Java trusts)")
    private Optional<Path> trusted = Optional.empty();

    /**
     * @param workingFolder that names of files in options are relative to
     * @param asked how long to wait for an answer; empty for what the settings say, or a minute
     * @return empty if the text names another kind of node
     * @throws ParameterException if it is one that cannot be used
     */
    Optional<DicomWebNode> node(String from, Path workingFolder, Optional<Duration> asked) throws IOException {
        try {
            if (DicomWebNode.isAddress(from)) {
                return Optional.of(new DicomWebNode(DicomWebNode.address(from),
                        Credentials.of(workingFolder, user, passwordFile, tokenFile), trusted.map(workingFolder::resolve),
                        asked.orElse(PATIENCE)));
            }
            return configured(InstallPaths.of(System::getProperty).conf(), from, asked);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /** The settings of a destination are read here, since commands run without the part of the platform that they are for. */
    private static Optional<DicomWebNode> configured(Path conf, String name, Optional<Duration> asked) throws IOException {
        if (name.contains(":") || name.contains("/")) {
            return Optional.empty();
        }
        Path file = conf.resolve(FACTORY + name + ConfigurationFile.SUFFIX);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, String> settings = new ConfigurationFile(file).read();
        Optional<Path> trusted = Optional.ofNullable(settings.get("tls.trusted")).filter(one -> !one.isBlank()).map(conf::resolve);
        return Optional.of(new DicomWebNode(DicomWebNode.address(settings.getOrDefault("address", "")),
                Credentials.of(conf, settings.getOrDefault("user", ""), settings.getOrDefault("password.file", ""),
                        settings.getOrDefault("token.file", "")), trusted, asked.orElse(patience(file, settings))));
    }

    private static Duration patience(Path file, Map<String, String> settings) {
        String seconds = settings.getOrDefault("timeout.seconds", String.valueOf(PATIENCE.toSeconds())).strip();
        if (!seconds.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(file + ": timeout.seconds is no number of seconds: " + seconds);
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
