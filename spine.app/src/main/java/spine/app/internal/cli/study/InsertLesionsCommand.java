package spine.app.internal.cli.study;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.InsertedLesion;
import spine.api.service.InsertionRequest;
import spine.api.service.LesionInsertion;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.csv.CsvText;
import spine.common.file.AtomicFile;
import spine.common.text.Decimals;

@Command(name = "insert-lesions", mixinStandardHelpOptions = true,
        description = "Puts known oedema into the vertebral bodies of healthy studies, to test the models on the scanner they come from.",
        footer = {"", "Bodies are outlined by a truth.json with masks below PATH, or else by the anatomy model. Score what is written",
            "and compare it by evaluate --truth. A study without a place for a lesion is named and skipped; the exit code is then 3."})
final class InsertLesionsCommand implements Callable<Integer> {
    private static final int RATIO_DECIMALS = 2;

    private final CommandContext platform;
    private final Console console;
    private final CsvText table = new CsvText(RATIO_DECIMALS).line("folder", "base", "draw", "ratio", "vertebra", "unit", "place", "pixels",
            "outlinedBy");
    private final Set<String> names = new HashSet<>();
    private int exitCode = ExitCode.DONE;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files or folders with healthy studies of any sagittal contrast")
    private List<Path> locations;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the folders STUDY-draw-N-ratio-R and lesions.csv go")
    private Path out;

    @Option(names = "--ratio", split = ",", paramLabel = "R", defaultValue = "1.5,2,3",
            description = "signal of a lesion over that of the marrow it replaces, several separated by commas (default: ${DEFAULT-VALUE})")
    private List<Double> ratios;

    @Option(names = "--lesions", paramLabel = "N", defaultValue = "2",
            description = "lesions per study: a corner, an endplate, a corner ..., each in another body (default: ${DEFAULT-VALUE})")
    private int lesions;

    @Option(names = "--draws", paramLabel = "D", defaultValue = "1",
            description = "how many times places are drawn (default: ${DEFAULT-VALUE})")
    private int draws;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "decides the places (default: ${DEFAULT-VALUE})")
    private long seed;

    InsertLesionsCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (lesions < 1 || draws < 1 || ratios.stream().anyMatch(ratio -> !(ratio > 1))) {
            throw new ParameterException(spec.commandLine(), "--ratio must be above 1, --lesions and --draws at least 1");
        }
        LesionInsertion insertion = platform.service(LesionInsertion.class, "insertion of lesions");
        List<StudySource> sources = platform.studies().find(locations, new SeriesChoice(Set.of(), true));
        Map<String, Path> outlines = insertion.outlines(locations);
        int number = 0;
        for (StudySource source : sources) {
            console.subject(sources.size() == 1 ? "" : "study " + ++number + " of " + sources.size() + ": ");
            try {
                insert(insertion, source, Optional.ofNullable(outlines.get(source.studyInstanceUid())));
            } catch (UnusableInputException e) {
                console.complain(e.getMessage());
                exitCode = ExitCode.UNUSABLE;
            }
        }
        if (Files.isDirectory(out)) {
            AtomicFile.write(out.resolve("lesions.csv"), table.toString());
        }
        return exitCode;
    }

    private void insert(LesionInsertion insertion, StudySource source, Optional<Path> outlines)
            throws UnusableInputException, UnavailableException, IOException {
        Optional<ScoringResult> recognised = outlines.isPresent() ? Optional.empty() : Optional.of(recognise(source));
        Study study = recognised.isPresent() ? recognised.get().study() : source.load();
        String name = name(study);
        for (int draw = 1; draw <= draws; draw++) {
            for (double ratio : ratios) {
                platform.cancellation().check();
                console.at("inserting lesions", 0);
                Path folder = out.resolve(name + "-draw-" + draw + "-ratio-" + Decimals.atMost(ratio, RATIO_DECIMALS, ""));
                if (Files.exists(folder)) {
                    throw new ParameterException(spec.commandLine(), folder + " exists already");
                }
                List<InsertedLesion> inserted =
                        insertion.insert(new InsertionRequest(name, study, outlines, recognised, ratio, lesions, draw, seed), folder);
                tell(folder, source, draw, ratio, inserted, outlines.isPresent());
            }
        }
    }

    /** Outlines made by the models themselves need the models. */
    private ScoringResult recognise(StudySource source) throws UnusableInputException, UnavailableException, IOException {
        console.at("starting the models", 0);
        platform.startEngine();
        ScoringResult result = platform.scoring().score(source, new ScoringRequest(List.of("sparcc"), List.of(), out), console,
                platform.cancellation());
        console.note("Study " + source.studyInstanceUid() + " has no outlines: its bodies are those that the anatomy model sees.");
        return result;
    }

    /** The folder that holds all images, as seen from the location; a number where two have the same name. */
    private String name(Study study) {
        Path folder = study.stacks().stream().flatMap(stack -> stack.slices().stream()).flatMap(slice -> slice.source().stream())
                .map(image -> Path.of(image).toAbsolutePath().normalize().getParent()).reduce(InsertLesionsCommand::common)
                .orElseGet(() -> Path.of(study.studyInstanceUid()).toAbsolutePath());
        Path location = locations.stream().map(place -> place.toAbsolutePath().normalize()).filter(folder::startsWith).findFirst()
                .orElse(folder);
        Path below = folder.equals(location) ? folder.getFileName() : location.relativize(folder);
        String name = below.toString().replace(File.separatorChar, '-');
        int same = 1;
        String free = name;
        while (!names.add(free)) {
            free = name + "-" + ++same;
        }
        return free;
    }

    private static Path common(Path one, Path other) {
        Path folder = one;
        while (!other.startsWith(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    private void tell(Path folder, StudySource source, int draw, double ratio, List<InsertedLesion> inserted, boolean given) {
        List<String> words = new ArrayList<>();
        for (InsertedLesion lesion : inserted) {
            words.add(lesion.vertebra() + " " + lesion.place() + " (" + lesion.unit() + ")");
            table.line(folder.getFileName(), source.studyInstanceUid(), draw, ratio, lesion.vertebra(), lesion.unit(), lesion.place(),
                    lesion.pixels(), given ? "given" : "spine");
        }
        console.result(folder + "  " + String.join(", ", words)
                + (inserted.size() < lesions ? "; " + (lesions - inserted.size()) + " found no place" : ""));
    }
}
