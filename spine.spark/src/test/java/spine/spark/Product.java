package spine.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The two ways to score: {@code ./spine} and {@code spark-submit}, each in a process of its own with the same home folder. */
final class Product {
    private static final long PATIENCE_MINUTES = 30;
    /** What {@code ./spine} sets. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "PASSIVE", "MALLOC_ARENA_MAX", "2");

    private final Path work;
    private final Path home;

    /** @param work an empty folder */
    Product(Path work) throws IOException {
        this.work = work;
        this.home = Files.createDirectory(work.resolve("home"));
    }

    /** What a command printed, what it said besides, and its exit code. */
    record Outcome(String out, String errors, int exitCode) {
        String said() {
            return "exit code " + exitCode + "\n" + out + errors;
        }
    }

    /** A command that runs. */
    record Running(Process process, Path out, Path errors) {

        Outcome outcome() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                kill();
                throw new AssertionError("the command does not end\n" + Files.readString(errors));
            }
            return new Outcome(Files.readString(out), Files.readString(errors), process.exitValue());
        }

        /** With all executors. */
        void kill() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        /** Processes of executors. */
        List<ProcessHandle> executors() {
            return process.descendants().filter(one -> one.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend")
                    && one.info().command().orElse("").endsWith("java")).toList();
        }
    }

    Path home() {
        return home;
    }

    Outcome spine(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx2g", "-Dspine.home=" + home, "-Dorg.bytedeco.javacpp.cachedir="
                + work.resolve("natives"), "-jar", System.getProperty("it.app")));
        command.addAll(List.of(arguments));
        return start(command, Map.of()).outcome();
    }

    /** @param sparkOptions of {@code spark-submit}, without the class */
    Running spark(List<String> sparkOptions, String... arguments) throws IOException {
        return spark(List.of(), sparkOptions, arguments);
    }

    /** @param within a command that runs another, which follows it */
    Running spark(List<String> within, List<String> sparkOptions, String... arguments) throws IOException {
        Path sparkHome = Path.of(System.getProperty("it.spark.home"));
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(java(), "-Xmx2g", "-cp", sparkHome.resolve("jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit", "--class", ScoreCohort.class.getName(), "--conf", "spark.ui.enabled=false",
                "--conf", "spark.local.dir=" + work.resolve("local"), "--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(sparkOptions);
        command.add(System.getProperty("it.spark.jar"));
        command.addAll(Arrays.asList(arguments));
        return start(command, Map.of("SPARK_HOME", sparkHome.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1"));
    }

    private Running start(List<String> command, Map<String, String> environment) throws IOException {
        Path said = Files.createTempDirectory(work, "said");
        Path out = said.resolve("out.txt");
        Path errors = said.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile()).redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, errors);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
