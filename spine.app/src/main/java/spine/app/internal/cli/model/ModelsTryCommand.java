package spine.app.internal.cli.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import spine.api.UnusableInputException;
import spine.api.model.ModelRole;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.api.training.CaseReader;
import spine.api.training.TrainingCases;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.runtime.ModelTrial;
import spine.runtime.ModelTrials;

@Command(name = "try", mixinStandardHelpOptions = true,
        description = {"Lets a model and the one that serves answer reference studies, and compares both with the truth.",
            "A model that is no worse may serve from then on; the newest of those serves. One that is worse stays on standby."},
        footer = {"", "No worse: no Dice lower by more than 0.02, and for an oedema model the mean error of the SPARCC total not higher by"
            + " more than 1. The outcome is kept in models.json of the spine folder, by the digest of the weights.",
            "Exit code 3: it is worse, that is no ID@VERSION, or the studies cannot be used; 4: there is no such model, or none to compare"
            + " it with."})
final class ModelsTryCommand implements Callable<Integer> {
    /** No training or calibration of the shipped models used these patients. */
    private static final long SEED = 730_000;
    private static final int STUDIES = 4;
    /** Five slices of each stack, so these cost less. */
    private static final int EXCERPTS = 8;

    private final CommandContext platform;
    private final Console console;

    @Parameters(paramLabel = "ID@VERSION", description = "such as spine.model.bmo@1.1.0")
    private String model;

    @Option(names = "--data", paramLabel = "DIR", description = "studies with masks of the model's classes, as train takes them"
            + " (default: " + STUDIES + " synthetic studies; " + EXCERPTS + " excerpts of such for an anatomy model)")
    private Optional<Path> data = Optional.empty();

    ModelsTryCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        platform.startEngine();
        ModelTrials trials = platform.service(ModelTrials.class, "trial of models");
        ModelTrial trial = trials.run(model, cases(trials.role(model)), console, platform.cancellation());
        console.result(console.json() ? json(trial).toPrettyString() : table(trial));
        return trial.accepted() ? ExitCode.DONE : ExitCode.UNUSABLE;
    }

    private TrainingCases cases(String role) throws UnusableInputException, UnavailableException {
        if (data.isPresent()) {
            return platform.service(CaseReader.class, "reader of annotated studies")
                    .find(platform.workingFolder().resolve(data.get()), role, console::note);
        }
        PhantomGenerator generator = platform.service(PhantomGenerator.class, "generator of synthetic studies");
        return role.equals(ModelRole.OEDEMA) ? generator.wholeStudies(STUDIES, SEED) : generator.cases(EXCERPTS, SEED);
    }

    private static String table(ModelTrial trial) {
        int width = Math.max(12, Math.max(trial.candidate().toString().length(), trial.serving().toString().length()));
        String columns = "%-24s %" + width + "s %" + width + "s%n";
        StringBuilder table = new StringBuilder(String.format(columns, "", trial.candidate(), trial.serving()));
        for (ModelTrial.Figure figure : trial.figures()) {
            table.append(String.format(Locale.ROOT, "%-24s %" + width + ".3f %" + width + ".3f%s%n", figure.name(), figure.candidate(),
                    figure.serving(), figure.worse() ? "  worse" : ""));
        }
        return table.append(trial.cases()).append('\n').append(verdict(trial)).toString();
    }

    private static String verdict(ModelTrial trial) {
        return trial.accepted() ? trial.candidate() + " is no worse than " + trial.serving() + ", so it may serve."
                : trial.candidate() + " is worse than " + trial.serving() + ", so it stays on standby; ./spine models use "
                        + trial.candidate() + " lets it serve all the same.";
    }

    private static ObjectNode json(ModelTrial trial) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("candidate", trial.candidate().toString())
                .put("serving", trial.serving().toString()).put("cases", trial.cases()).put("accepted", trial.accepted());
        ObjectNode figures = root.putObject("figures");
        for (ModelTrial.Figure figure : trial.figures()) {
            ObjectNode values = figures.putObject(figure.name()).put("worse", figure.worse());
            put(values, "candidate", figure.candidate());
            put(values, "serving", figure.serving());
        }
        return root;
    }

    /** JSON has no number for what could not be measured. */
    private static void put(ObjectNode values, String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        } else {
            values.putNull(name);
        }
    }
}
