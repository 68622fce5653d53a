package spine.app.internal;

import java.nio.file.Path;

/** The folder where the platform keeps what it may lose: log, unpacked libraries, dropped-in bundles. */
public final class Home {

    private Home() {
    }

    /** System property {@code spine.home}; {@code .spine} in the working folder without it. */
    public static Path of() {
        return Path.of(System.getProperty("spine.home", ".spine")).toAbsolutePath();
    }

    /** Log of this process. */
    public static Path log() {
        return of().resolve("log").resolve("spine-" + ProcessHandle.current().pid() + ".log");
    }

    /** Bundles dropped in here are checked, and installed from {@link #deploy} if they pass. */
    public static Path incoming() {
        return of().resolve("incoming");
    }

    /** Bundles in here are installed while the platform runs, without any check: for those who run it alone. */
    public static Path deploy() {
        return of().resolve("deploy");
    }

    /** Which models were chosen to serve; it outlives the process. */
    public static Path choices() {
        return of().resolve("models.json");
    }

    /** What shadow runs have shown. */
    public static Path shadow() {
        return of().resolve("shadow");
    }

    /** Whether anything has been dropped in: it may bring readers, formats and indices. */
    public static boolean hasDeployed() {
        String[] jars = deploy().toFile().list((folder, name) -> name.endsWith(".jar"));
        return jars != null && jars.length > 0;
    }
}
