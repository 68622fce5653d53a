package spine.common.install;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Folders and files of an installation. None of them need exist.
 *
 * @param home absolute and normalised
 */
public record InstallPaths(Path home) {
    /** Property of framework or system that names the home folder. */
    public static final String PROPERTY = "spine.home";
    /** The home folder without the property, in the working folder. */
    public static final String DEFAULT = ".spine";

    public InstallPaths {
        home = home.toAbsolutePath().normalize();
    }

    /** @param properties {@code System::getProperty}, or {@code context::getProperty} in a bundle; null for what is not set */
    public static InstallPaths of(UnaryOperator<String> properties) {
        String home = properties.apply(PROPERTY);
        return new InstallPaths(Path.of(home == null ? DEFAULT : home));
    }

    /** Folder: bundles dropped in here are checked, and installed from {@link #deploy} if they pass. */
    public Path incoming() {
        return home.resolve("incoming");
    }

    /** Folder: what is being checked; only the user the platform runs as may write here. */
    public Path checking() {
        return home.resolve("checking");
    }

    /** Folder: bundles in here are installed while the platform runs, without any check. */
    public Path deploy() {
        return home.resolve("deploy");
    }

    /** Whether anything lies in {@link #deploy}: it may bring readers, formats and indices. */
    public boolean hasDeployed() {
        String[] jars = deploy().toFile().list((folder, name) -> name.endsWith(".jar"));
        return jars != null && jars.length > 0;
    }

    /** Folder: what was rejected, with the reason beside it. */
    public Path quarantine() {
        return home.resolve("quarantine");
    }

    /** Folder: what was decided on bundles, a file named by the digest of each; only the newest are kept. */
    public Path verdicts() {
        return home.resolve("verdicts");
    }

    /** File: which bundles of {@link #deploy} have been noted in the audit log. */
    public Path deployments() {
        return home.resolve("deployments.json");
    }

    /** File: what was handed in and what became of it. */
    public Path auditLog() {
        return home.resolve("audit.log");
    }

    /** File: who did what over the network. */
    public Path accessLog() {
        return home.resolve("access.log");
    }

    /** File: who may use the platform over the network. */
    public Path accounts() {
        return home.resolve("users.json");
    }

    /** Folder: settings, and the trust store. */
    public Path conf() {
        return home.resolve("conf");
    }

    /** File: certificates of those whose bundles are accepted (PKCS #12). */
    public Path trustStore() {
        return conf().resolve("trust.p12");
    }

    /** File: the key with which the web listener proves who it is (PKCS #12). */
    public Path webKeyStore() {
        return conf().resolve("web.p12");
    }

    /** File: the password of {@link #webKeyStore}. */
    public Path webKeyPassword() {
        return conf().resolve("web.password");
    }

    /** Folder: the key of pseudonyms. The key that signs bundles lies elsewhere. */
    public Path keys() {
        return home.resolve("keys");
    }

    /** File: the key that pseudonyms of patients are derived from, unless another one is named. */
    public Path deidentificationKey() {
        return keys().resolve("deidentify.key");
    }

    /** Folder: which results are of one patient; only the user the platform runs as may read it. */
    public Path timeline() {
        return home.resolve("timeline");
    }

    /** Folder: one log for each process. */
    public Path logs() {
        return home.resolve("log");
    }

    /** File: the models chosen to serve. */
    public Path modelSelection() {
        return home.resolve("models.json");
    }

    /** Folder: what shadow runs have shown. */
    public Path shadow() {
        return home.resolve("shadow");
    }

    /** Folder: what the processes of isolated bundles run from and write; empty while there are none. */
    public Path isolation() {
        return home.resolve("isolation");
    }

    /** Folder: the database of the jobs, unless it lies on a server. */
    public Path jobs() {
        return home.resolve("jobs");
    }

    /** Folder: what was received, in a folder for each study, which is named by its UID. */
    public Path spool() {
        return home.resolve("spool");
    }

    /** Folder: images that other platforms have received, while they are scored here; empty otherwise. */
    public Path borrowed() {
        return home.resolve("borrowed");
    }

    /** Folder: the results of what was received, in a folder for each study, which is named by its UID. */
    public Path results() {
        return home.resolve("results");
    }

    /** Folder: studies dropped in here are received. */
    public Path inbox() {
        return home.resolve("inbox");
    }

    /** Folder: how commands reach the platform that serves this home; only the user it runs as may read it. */
    public Path attach() {
        return home.resolve("attach");
    }
}
