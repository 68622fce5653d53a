package spine.launcher.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;
import spine.common.text.PlainText;

/** The command {@code doctor}. */
public final class Doctor {
    /** Name of the command. */
    public static final String NAME = "doctor";
    private static final String FIX = "--fix";
    private static final String USAGE = """
            Usage: spine doctor [--fix]
            Says what is wrong with Java, the machine and the home folder, one line for each check. Starts no platform.
            It removes broken installed bundles, unpacked libraries and what killed processes left: all of it
            comes back by itself.
                  --fix    also makes folders and secrets private again, and moves aside what cannot be used: bundles of
                             the deploy folder, and what lies where a folder or a file of the home belongs
              -h, --help   shows this help

            Exit codes:
              0            all is well, or was mended
              1            something is wrong
              2            wrong usage""";

    private final Map<String, Examination> examinations = new LinkedHashMap<>();
    private final Path jar;
    private DeliveredPlatform platform;

    private Doctor(Path home, Path jar, String build) {
        this.jar = jar;
        InstallPaths paths = new InstallPaths(home);
        examinations.put("java", fix -> Machine.java());
        examinations.put("memory", fix -> Machine.memory());
        examinations.put("disk", fix -> Machine.disk(home));
        examinations.put("home", new HomeExamination(paths));
        examinations.put("settings", fix -> new SettingsExamination(paths, platform()).examine(fix));
        examinations.put("deploy", fix -> new DeployExamination(paths, platform()).examine(fix));
        examinations.put("trust store", new TrustStoreExamination(paths));
        examinations.put("storage", new StorageExamination(home.resolve("run"), build));
        examinations.put("libraries", new LibrariesExamination(home.resolve("natives")));
        examinations.put("leftovers", new LeftoversExamination(paths));
    }

    /**
     * Runs the command.
     *
     * @param jar the run set
     * @param build tells it from others
     * @param arguments those behind the name of the command
     * @return the exit code of the process
     */
    public static int run(Path home, Path jar, String build, List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        for (String argument : arguments) {
            if (!argument.equals(FIX)) {
                err.println("spine: doctor takes " + FIX + " alone, and not " + PlainText.line(argument) + ".");
                return 2;
            }
        }
        return new Doctor(home, jar, build).examine(arguments.contains(FIX), out);
    }

    /** Read once, since it is the whole run set. */
    private DeliveredPlatform platform() throws IOException {
        if (platform == null) {
            platform = DeliveredPlatform.read(jar);
        }
        return platform;
    }

    private int examine(boolean fix, PrintStream out) {
        boolean well = true;
        for (Map.Entry<String, Examination> examination : examinations.entrySet()) {
            Finding finding;
            try {
                finding = examination.getValue().examine(fix);
            } catch (IOException e) {
                finding = Finding.wrong(FileFailure.sentence(e));
            } catch (RuntimeException e) {
                finding = Finding.wrong("It cannot be examined (" + e + ").");
            }
            well &= finding.state() != Finding.State.WRONG;
            out.printf("%-12s %-7s %s%n", examination.getKey(), finding.state().word(), PlainText.line(finding.sentence()));
        }
        return well ? 0 : 1;
    }

    /** Several sentences as one finding, wrong if there is any that is. */
    static Finding all(List<Finding> findings, String well) {
        List<Finding> telling = findings.stream().filter(finding -> finding.state() != Finding.State.OK).toList();
        if (telling.isEmpty()) {
            return Finding.ok(well);
        }
        Finding.State worst = telling.stream().map(Finding::state).max(Enum::compareTo).orElseThrow();
        return new Finding(worst, telling.stream().map(Finding::sentence).collect(Collectors.joining(" ")));
    }
}
