package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.service.ModelPacker;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.api.training.CaseReader;
import spine.api.training.TrainingCases;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.pipeline.ProviderSessions;
import spine.pipeline.calibration.CalibratedRule;
import spine.pipeline.calibration.Discrimination;
import spine.runtime.ModelEntry;

@Command(name = "calibrate", mixinStandardHelpOptions = true,
        description = {"Fits what the oedema model's answer means: how probable it is that a finding is inflammation, and from which probability it"
                + " counts. The rule is written into the card of the model.",
            "With --intervals that rule stays, and how far the totals that follow from it are from the truth is measured: reports then give an"
                + " interval for each total.",
            "With --change it is measured by how much the scores of two studies of one patient differ when nothing has changed: comparisons"
                + " over time then say which change exceeds that.",
            "The models that serve are run on studies with truth; so the model of --model has to serve, and be calibrated again after every"
                + " training."},
        footer = {"", "Take other patients than the model was trained on. Exit code 3: too few findings, or the model does not serve."})
final class CalibrateCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "DIR",
            description = "folder with weights.zip and card.json, as train leaves it; card.json is rewritten")
    private Path model;

    @Option(names = "--data", paramLabel = "DIR", description = "your own patients, as for train: DICOM studies with masks of oedema")
    private Path data;

    @Option(names = "--phantom", split = ",", paramLabel = "N,SEED",
            description = "N synthetic patients, the first of which has that seed; 150 or more, with --change 40")
    private List<Long> phantom;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "seed of the cross-validation (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--intervals",
            description = {"calibrate the intervals of the totals, after the rule for findings and on other patients.",
        "--data names studies with a truth.json each then, as phantom writes them."})
    private boolean intervals;

    @Option(names = "--change",
            description = {"measure the smallest detectable change, after the rule for findings and on other patients; 40 pairs are usual.",
        "--phantom makes N pairs of the profile shift; --data names studies, two of each patient by PatientID, between which nothing has"
                + " changed. They need no truth."})
    private boolean change;

    @Option(names = "--threshold", paramLabel = "P",
            description = "probability from which a finding counts, above 0 (default: where as many are counted falsely as are missed)")
    private Optional<Double> threshold = Optional.empty();

    CalibrateCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        require((data == null) != (phantom == null), "calibrate takes either --data or --phantom");
        require(phantom == null || phantom.size() == 2 && phantom.get(0) > 0 && phantom.get(0) <= Integer.MAX_VALUE,
                "--phantom takes a number of patients above 0 and a seed, such as 150,700000");
        require(!(intervals && change), "calibrate takes either --intervals or --change");
        require(threshold.map(point -> point > 0 && point <= 1).orElse(true), "--threshold must be above 0, at most 1");
        require(Files.isRegularFile(model.resolve("card.json")), "--model names no folder with a card.json: " + model);
        platform.startEngine();
        ModelPacker packer = platform.service(ModelPacker.class, "model packer");
        ModelCard card = packer.card(model);
        requireServing(card);
        if (intervals) {
            IntervalRule rule = new IntervalCalibrationRun(platform, console).over(truths(), card);
            packer.replaceCard(model, card.withIntervals(rule));
            rule.margins().forEach((total, margin) -> console.result(total + ": margin " + margin));
            rule.familiar().forEach((trait, range) -> console.result(trait + ": " + range.low() + " to " + range.high()));
            return ExitCode.DONE;
        }
        if (change) {
            packer.replaceCard(model, card.withChange(new ChangeCalibrationRun(platform, console).over(pairs(), card)));
            return ExitCode.DONE;
        }
        CalibratedRule fitted = new CalibrationRun(platform.service(ProviderSessions.class, "pipeline"), console, platform.cancellation())
                .over(cases(), card, seed);
        FindingRule rule = threshold.map(fitted.rule()::withThreshold).orElse(fitted.rule());
        packer.replaceCard(model, card.withFindings(rule));
        show(rule, fitted.heldOut());
        return ExitCode.DONE;
    }

    private void requireServing(ModelCard card) throws UnusableInputException {
        Optional<ModelCard> serving = platform.models().entries().stream().filter(entry -> entry.state() == ModelEntry.State.SERVING)
                .flatMap(entry -> entry.card().stream()).filter(other -> other.role().equals(card.role())).findFirst();
        if (!card.role().equals(ModelRole.OEDEMA) || serving.isEmpty() || !serving.get().weightsSha256().equals(card.weightsSha256())) {
            throw new UnusableInputException("The model in " + model + " is not the oedema model that serves, which is "
                    + serving.map(other -> other.id() + " " + other.version()).orElse("none")
                    + "; put it into the deploy folder and choose it first, by ./spine models use " + card.id() + "@VERSION.");
        }
    }

    private TrainingCases cases() throws UnusableInputException, UnavailableException {
        if (data != null) {
            return platform.service(CaseReader.class, "reader of annotated studies").find(data, ModelRole.OEDEMA, console::note);
        }
        return platform.service(PhantomGenerator.class, "generator of synthetic studies")
                .wholeStudies(phantom.get(0).intValue(), phantom.get(1));
    }

    private TruthStudies truths() throws UnusableInputException, UnavailableException, IOException {
        return data != null ? TruthStudies.below(data)
                : TruthStudies.synthetic(platform.service(PhantomGenerator.class, "generator of synthetic studies"),
                        phantom.get(0).intValue(), phantom.get(1));
    }

    private StudyPairs pairs() throws UnusableInputException, UnavailableException, IOException {
        return data != null ? StudyPairs.below(platform, data, console)
                : StudyPairs.synthetic(platform, phantom.get(0).intValue(), phantom.get(1));
    }

    private void show(FindingRule rule, Discrimination heldOut) {
        double point = rule.threshold();
        console.result(model.resolve("card.json") + "  " + rule.basis());
        console.result(String.format(Locale.ROOT, "findings count from %.2f: sensitivity %.3f, specificity %.3f; AUC %.3f, log loss %.3f"
                + " (cross-validated by patient)", point, heldOut.sensitivity(point), heldOut.specificity(point), heldOut.auc(),
                heldOut.logLoss()));
        heldOut.reliability().forEach(console::result);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
