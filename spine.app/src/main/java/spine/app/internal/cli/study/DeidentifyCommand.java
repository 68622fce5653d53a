package spine.app.internal.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.deidentification.DeidentificationRequest;
import spine.api.deidentification.DeidentificationResult;
import spine.api.deidentification.StudyDeidentification;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.install.InstallPaths;

@Command(name = "deidentify", mixinStandardHelpOptions = true,
        description = "Removes from DICOM images what identifies the patient (PS3.15 basic profile), so that they can be shared.",
        footer = {"", "The same key gives the same pseudonyms and UIDs, so that later studies of a patient still belong together. Keep it"
                + " secret, and do not lose it.", "Text in the pixels is not removed: images that are marked or known for it are left out."
                + " OUT/deidentification.json says what was done.",
            "Exit code 3: a file is damaged (the others are written), there is no image, or key or OUT cannot be used."})
final class DeidentifyCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "folder or file with the images")
    private Path source;

    @Parameters(index = "1", paramLabel = "OUT", description = "folder for the de-identified images; must not exist")
    private Path target;

    @Option(names = "--key", paramLabel = "FILE",
            description = "secret that pseudonyms and UIDs are derived from, made if missing"
                    + " (default: keys/deidentify.key in the home of spine)")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--retain-uids", description = "keep all UIDs, for instance to find the images again in the archive")
    private boolean retainUids;

    @Option(names = "--shift-dates",
            description = "move all dates of a patient by the same number of days and keep times, in place of removing both")
    private boolean shiftDates;

    DeidentifyCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.exists(target)) {
            throw new ParameterException(spec.commandLine(), target + " exists already");
        }
        Path secret = key.orElseGet(() -> InstallPaths.of(System::getProperty).deidentificationKey());
        DeidentificationResult result = platform.service(StudyDeidentification.class, "de-identification").deidentify(
                new DeidentificationRequest(source, target, secret, retainUids, shiftDates), console, platform.cancellation());
        result.warnings().forEach(console::note);
        result.leftOut().forEach(sentence -> console.note("Left out: " + sentence));
        result.unusable().forEach(console::complain);
        if (result.notDicom() > 0) {
            console.note(count(result.notDicom(), "file") + " that " + (result.notDicom() == 1 ? "is" : "are") + " not DICOM left out.");
        }
        String studies = result.studies() == 1 ? "1 study" : result.studies() + " studies";
        console.result(target + "  " + count(result.images(), "image") + ", " + studies + ", " + count(result.patients(), "patient")
                + "; key " + secret + (result.keyMade() ? " (new: keep it secret)" : ""));
        return result.unusable().isEmpty() ? ExitCode.DONE : ExitCode.UNUSABLE;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
