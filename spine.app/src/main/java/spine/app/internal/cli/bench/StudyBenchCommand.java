package spine.app.internal.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.embedded.ScoringOptions;
import spine.common.file.FileTree;
import spine.pipeline.ProviderSession;
import spine.pipeline.ProviderSessions;
import spine.pipeline.StudyPipeline;

@Command(name = "study", mixinStandardHelpOptions = true,
        description = "Scores studies one after another and says where the time goes, step by step.",
        footer = {"", "The first study is reported apart from the others: it also loads code and models.",
            "A study may come more than once; nothing is kept of the results. CPU is the processor time of all threads",
            "of the process, which other programs on the machine hardly change."})
final class StudyBenchCommand implements Callable<Integer> {
    private static final long FIRST_SEED = 1;

    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PATH",
            description = "files or folders with studies (default: synthetic studies of the profile shift, made for this)")
    private List<Path> locations = List.of();

    @Option(names = "--n", paramLabel = "N", defaultValue = "10",
            description = "how many studies to score after the first one (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--format", split = ",", paramLabel = "FORMAT", defaultValue = ScoringOptions.USUAL_FORMATS,
            description = "what to write, separated by commas (default: ${DEFAULT-VALUE})")
    private List<String> formats;

    StudyBenchCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--n must be at least 1");
        }
        ProcessMeter meter = new ProcessMeter();
        Path scratch = Files.createTempDirectory("spine-bench");
        try {
            measure(meter, scratch);
        } finally {
            FileTree.delete(scratch);
        }
        return ExitCode.DONE;
    }

    private void measure(ProcessMeter meter, Path scratch) throws UnavailableException, UnusableInputException, IOException {
        List<Path> studies = locations.isEmpty() ? phantoms(scratch) : locations;
        console.at("starting the models", 0);
        platform.startEngine();
        List<StudySource> sources = platform.studies().find(studies, SeriesChoice.AUTOMATIC);
        ProviderSessions sessions = platform.service(ProviderSessions.class, "pipeline");
        Cost start = meter.sinceStart();
        List<StudyProfile> profiles = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            console.subject("study " + (i + 1) + " of " + (count + 1) + ": ");
            profiles.add(score(sources.get(i % sources.size()), sessions, scratch.resolve("result"), meter));
        }
        new ProfileTable(start, profiles.get(0), profiles.subList(1, profiles.size()), meter.peakMemory()).print(console);
    }

    private List<Path> phantoms(Path folder) throws IOException, UnavailableException {
        PhantomGenerator generator = platform.service(PhantomGenerator.class, "generator of synthetic studies");
        Path studies = folder.resolve("studies");
        Files.createDirectory(studies);
        for (int i = 0; i <= count; i++) {
            platform.cancellation().check();
            console.at("making study " + (i + 1) + " of " + (count + 1), 0);
            generator.write(PhantomGenerator.SHIFT, FIRST_SEED + i, studies.resolve("phantom-" + (FIRST_SEED + i)));
        }
        return List.of(studies);
    }

    private StudyProfile score(StudySource source, ProviderSessions sessions, Path folder, ProcessMeter meter)
            throws UnavailableException, UnusableInputException, IOException {
        ScoringRequest request = new ScoringRequest(List.of("sparcc"), formats, folder);
        StudyProfile profile = new StudyProfile(meter::now);
        ProfiledProviders profiled = new ProfiledProviders(profile);
        try (ProviderSession session = sessions.open(source, request, platform.cancellation())) {
            new StudyPipeline(profiled.of(session.providers()), session.warnings())
                    .score(profiled.of(session.source()), folder, console, platform.cancellation());
        }
        profile.ended(Step.WRITE);
        return profile;
    }
}
