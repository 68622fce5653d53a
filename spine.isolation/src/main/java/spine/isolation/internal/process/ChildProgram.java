package spine.isolation.internal.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a process for one foreign bundle.
 *
 * @param mainClass its main class
 * @param classPath framework, this bundle and the contracts
 * @param contracts jar of the contracts
 * @param bundle jar of the foreign bundle
 * @param needed jars of the bundles that it is wired to
 */
public record ChildProgram(String mainClass, List<Path> classPath, Path contracts, Path bundle, List<Path> needed) {

    /** The file that Java writes into the folder of a process when native code crashes. */
    static Path crashReport(Path folder) {
        return folder.resolve("crash.log");
    }

    /**
     * Starts it in a folder of its own, with an environment that tells it nothing of ours.
     *
     * @param folder empty; working folder, home and place of temporary files
     */
    Process start(Path folder, long megabytes) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m", "-XX:MaxDirectMemorySize=" + megabytes + "m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // What Java itself prints must not get between the answers.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + crashReport(folder),
                "-Djdk.serialFilter=!*", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + temporary, "-Duser.home=" + folder,
                "-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), mainClass));
        Stream.concat(Stream.of(folder.resolve("framework"), contracts, bundle), needed.stream()).map(Path::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        String locale = builder.environment().get("LC_ALL");
        builder.environment().clear();
        if (locale != null) {
            // Names of files with accents, see the launcher.
            builder.environment().put("LC_ALL", locale);
        }
        return builder.start();
    }
}
