package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.anatomy.Vertebra;
import spine.api.comparison.PatientTimeline;
import spine.api.comparison.PatientTimeline.Place;
import spine.api.correction.CorrectedResult;
import spine.api.correction.CorrectionRequest;
import spine.api.correction.ResultCorrection;
import spine.api.image.StudySource;
import spine.api.report.ResultArchive;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.embedded.ScoringOptions;
import spine.app.internal.batch.EarlierResults;
import spine.common.file.AtomicFolder;
import spine.common.install.InstallPaths;
import spine.runtime.AvailableProviders;
import spine.runtime.ScoredImages;

@Command(name = "rescore", mixinStandardHelpOptions = true,
        description = "Scores a result again after a person has corrected its masks or the names of its levels.",
        footer = {"", "Edit anatomy-N.seg.dcm or oedema-N.seg.dcm in RESULT, or save masks elsewhere as DICOM",
            "SEG and name them by --seg. The models are not asked again, and their report stays as",
            "it is. A station whose oedema-N.seg.dcm was deleted is taken to have no oedema.",
            "Comparisons with earlier results of the patient that RESULT is a part of are made again",
            "with the corrected result."})
final class RescoreCommand implements Callable<Integer> {
    /** Every result of score has it. */
    private static final String REPORT = "report.json";

    private final CommandContext platform;
    private final Console console;
    private final AvailableProviders available;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", hideParamSyntax = true, paramLabel = "RESULT",
            description = "the result folder of one study, as score wrote it")
    private Optional<Path> named = Optional.empty();

    @Option(names = "--study", arity = "1..*", required = true, paramLabel = "PATH",
            description = "files or folders with the images of that study")
    private List<Path> locations = List.of();

    @Option(names = "--seg", arity = "1..*", paramLabel = "FILE",
            description = "edited masks; on the stations that they show they count in place of those in RESULT")
    private List<Path> masks = List.of();

    @Option(names = "--rename", split = ",", paramLabel = "OLD=NEW",
            description = "right name of a vertebra, such as L1=T13; the others are counted from it. Several, separated by commas,"
                    + " say which number of vertebrae is meant")
    private Map<String, String> names = new LinkedHashMap<>();

    @Option(names = "--index", split = ",", paramLabel = "ID", description = "more scoring indices than those of RESULT")
    private List<String> indexes = List.of();

    @Option(names = "--format", split = ",", paramLabel = "FORMAT", defaultValue = ScoringOptions.USUAL_FORMATS,
            description = "what to write, separated by commas (default: ${DEFAULT-VALUE})")
    private List<String> formats;

    @Option(names = "--out", paramLabel = "DIR",
            description = "a new folder for the corrected result (default: results.corrected/UID for results/UID)")
    private Path out;

    RescoreCommand(CommandContext platform, Console console, AvailableProviders available) {
        this.platform = platform;
        this.console = console;
        this.available = available;
    }

    @Override
    public Integer call() throws Exception {
        Map<Vertebra, Vertebra> vertebrae = vertebrae();
        Path result = result();
        if (InstallPaths.of(System::getProperty).hasDeployed()) {
            platform.startEngine();
        }
        try {
            available.requireFormats(formats);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        Path folder = out != null ? out : beside(result.toAbsolutePath().normalize());
        if (folder.toAbsolutePath().normalize().startsWith(result.toAbsolutePath().normalize())) {
            throw new UnusableInputException(folder + " lies in the result itself, which stays as it is: name another by --out.");
        }
        ResultCorrection correction = platform.service(ResultCorrection.class, "correction of results");
        ResultArchive.Contents contents = correction.contents(result);
        tryOut(folder);
        StudySource source = ScoredImages.find(platform.studies(), locations, contents, result);
        console.at("starting the models", 0);
        platform.startEngine();
        available.requireIndexes(contents.indexes());
        available.requireIndexes(indexes);
        CorrectedResult corrected = correction.rescore(source,
                new CorrectionRequest(result, masks, vertebrae, indexes, formats, folder), console, platform.cancellation());
        EarlierResults earlier = new EarlierResults(platform.present(PatientTimeline.class), console);
        new CorrectionLines(console).print(corrected, folder,
                earlier.compare(new Place(source.studyInstanceUid(), folder, source.files(), Optional.of(result))));
        return ExitCode.DONE;
    }

    /** RESULT behind an option that takes several paths is the last of these. */
    private Path result() {
        if (named.isPresent()) {
            return named.get();
        }
        for (List<Path> paths : List.of(masks, locations)) {
            Path last = paths.isEmpty() ? null : paths.get(paths.size() - 1);
            if (last != null && Files.isRegularFile(last.resolve(REPORT)) && (paths == masks || paths.size() > 1)) {
                paths.remove(paths.size() - 1);
                return last;
            }
        }
        throw new ParameterException(spec.commandLine(), "Name RESULT, a folder with " + REPORT);
    }

    /** Before any work; leaves nothing. */
    private static void tryOut(Path folder) throws UnusableInputException {
        try {
            AtomicFolder.create(folder).close();
        } catch (FileAlreadyExistsException e) {
            throw new UnusableInputException(folder + " exists already: name a new folder by --out.", e);
        } catch (IOException e) {
            throw new UnusableInputException(folder
                    + " cannot be made, because its place may not be written to: name another by --out.", e);
        }
    }

    /** In a folder of its own for corrected results, so that a folder of results has one for each study. */
    private Path beside(Path place) {
        if (place.getNameCount() < 2) {
            throw new ParameterException(spec.commandLine(), "Name a folder for the corrected result by --out");
        }
        return place.getParent().resolveSibling(place.getParent().getFileName() + ".corrected").resolve(place.getFileName());
    }

    private Map<Vertebra, Vertebra> vertebrae() {
        Map<Vertebra, Vertebra> vertebrae = new LinkedHashMap<>();
        names.forEach((old, now) -> vertebrae.put(vertebra(old), vertebra(now)));
        return vertebrae;
    }

    private Vertebra vertebra(String name) {
        try {
            return Vertebra.of(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(),
                    "There is no vertebra " + name + "; there are C2 to C7, T1 to T13, L1 to L6 and S1");
        }
    }
}
