package spine.app.internal.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import spine.api.image.SeriesChoice;
import spine.api.report.ScoringResult;
import spine.api.service.PhantomGenerator;
import spine.api.service.ScoringRequest;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.embedded.ScoringOptions;

@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Makes a synthetic study, scores it and shows the score beside the truth.")
final class DemoCommand implements Callable<Integer> {
    /** Of the patients 1 to 24 of the profile three have several stations and a score of 10 or more; this one has the median error. */
    private static final long SEED = 24;

    private final CommandContext platform;
    private final Console console;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "spine-demo",
            description = "where the study and its report go (default: ${DEFAULT-VALUE})")
    private Path out;

    DemoCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path study = out.resolve("study");
        if (!Files.exists(study)) {
            console.at("making a synthetic study", 0);
            platform.service(PhantomGenerator.class, "generator of synthetic studies").write(PhantomGenerator.SHIFT, SEED, study);
        }
        console.at("starting the models", 0);
        platform.startEngine();
        var source = platform.studies().find(List.of(study), SeriesChoice.AUTOMATIC).get(0);
        Path report = out.resolve("report");
        ScoringResult result = platform.scoring().score(source,
                new ScoringRequest(List.of("sparcc"), List.of(ScoringOptions.USUAL_FORMATS.split(",")), report), console,
                platform.cancellation());
        TruthFile truth = TruthFile.read(study.resolve("truth").resolve("truth.json"));
        new UnitComparison(result.scores().get(0), truth).print(console);
        result.warnings().forEach(warning -> console.note("note: " + warning));
        if (!console.json()) {
            console.result("report: " + report.resolve("report.html"));
        }
        return ExitCode.DONE;
    }
}
