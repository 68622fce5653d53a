package spine.spark.internal.platform;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.spark.SparkFiles;

import spine.app.command.ExitCode;
import spine.app.embedded.CohortScoring;
import spine.app.embedded.RefusedException;
import spine.common.file.FileTree;

/**
 * The platform of this process: started when it is first asked for, and stopped with the process. Every task of an executor uses the same
 * one.
 */
public final class ProcessPlatform {
    private static final Logger LOG = Logger.getLogger(ProcessPlatform.class.getName());
    private static ProcessPlatform running;

    private final Path folder;
    private final EmbeddedFramework framework;
    private final CohortScoring scoring;

    /** Something to do with the platform. */
    @FunctionalInterface
    public interface Work<T> extends Serializable {
        T with(CohortScoring scoring) throws Exception;
    }

    private ProcessPlatform(Path folder, EmbeddedFramework framework) throws RefusedException, InterruptedException {
        this.folder = folder;
        this.framework = framework;
        this.scoring = framework.scoring();
    }

    private static ProcessPlatform start(PlatformSettings settings) throws RefusedException, IOException, InterruptedException {
        Path jar = Path.of(SparkFiles.get(PlatformSettings.RUN_SET));
        if (!Files.isRegularFile(jar)) {
            throw new RefusedException(PlatformSettings.RUN_SET + " is not among the files of the application; give it to spark-submit "
                    + "with --files.", ExitCode.USAGE);
        }
        Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()).toAbsolutePath(), "spine-");
        // Here and not in the home folder, which may be shared: the native libraries are unpacked, which takes a second.
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.resolve("natives").toString());
        System.setProperty("java.awt.headless", "true");
        try {
            EmbeddedFramework framework = EmbeddedFramework.start(jar, folder, home(settings, folder));
            try {
                return new ProcessPlatform(folder, framework);
            } catch (RefusedException | InterruptedException | RuntimeException e) {
                framework.close();
                throw e;
            }
        } catch (RefusedException | IOException | InterruptedException | RuntimeException e) {
            FileTree.delete(folder);
            throw e;
        }
    }

    private static Path home(PlatformSettings settings, Path folder) throws RefusedException, IOException {
        if (settings.home().isEmpty()) {
            return Files.createDirectory(folder.resolve("home"));
        }
        Path home = Path.of(settings.home());
        if (!Files.isDirectory(home)) {
            throw new RefusedException("There is no folder " + home + ", which --home or SPINE_HOME names.", ExitCode.USAGE);
        }
        return home;
    }

    /**
     * Does something with the platform of this process, which is started if need be.
     *
     * @throws RefusedException if the application was not submitted with what it needs, or the platform does not start
     * @throws Exception of the work, or {@link IOException} if a file cannot be read or written
     */
    public static <T> T with(PlatformSettings settings, Work<T> work) throws Exception {
        ProcessPlatform platform = platform(settings);
        return platform.framework.inside(() -> work.with(platform.scoring));
    }

    private static synchronized ProcessPlatform platform(PlatformSettings settings) throws RefusedException, IOException,
            InterruptedException {
        if (running == null) {
            running = start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(ProcessPlatform::stop, "stop-spine"));
        }
        return running;
    }

    /** Stops the platform of this process if there is one. */
    public static synchronized void stop() {
        if (running == null) {
            return;
        }
        try {
            running.framework.close();
            FileTree.delete(running.folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.INFO, "the platform was not stopped in order", e);
        }
        running = null;
    }
}
