package spine.app.internal.cli.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.model.ModelRole;
import spine.api.service.ModelPacker;
import spine.api.service.ModelTrainer;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.api.training.CaseReader;
import spine.api.training.TrainingCases;
import spine.api.training.StartUse;
import spine.api.training.TrainingPlan;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;

@Command(name = "train", description = {"Trains a model and packs it as a bundle; in the deploy folder it serves once it is accepted.",
    "The same command resumes a training that was interrupted."})
final class TrainCommand implements Callable<Integer> {
    private static final List<String> ROLES = List.of(ModelRole.OEDEMA, ModelRole.ANATOMY);

    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "bmo|vbivd", description = "what it is to segment")
    private String role;

    @Option(names = "--data", paramLabel = "DIR",
            description = {"train on your own patients: DICOM studies (sagittal STIR) with DICOM segmentations anywhere below DIR,"
                    + " as the commands score and phantom write them.",
                "Studies with the same PatientID are one patient; without PatientID, those in the same folder of DIR.",
                "A study without masks for the model is left out with a remark. For bmo any mask says that the study was read,"
                    + " so that without a segment of oedema it counts as free of it."})
    private Path data;

    @Option(names = "--phantom", split = ",", paramLabel = "N,SEED",
            description = "train on N synthetic patients, the first of which has that seed")
    private List<Long> phantom;

    @Option(names = "--steps", required = true, paramLabel = "K",
            description = "optimiser steps; the cards of the shipped models name theirs")
    private int steps;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "seed of weights, split and crops (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--start", paramLabel = "FILE", description = "weights.zip of a model to start from (default: random weights)")
    private Path start;

    @Option(names = "--ensemble",
            description = "the model is an ensemble: the networks of --start stay in it, and the answers of all are averaged;"
            + " more time, fewer errors")
    private boolean ensemble;

    @Option(names = "--distil", description = "the model learns what all networks of --start answer on average, instead of the masks:"
            + " one network in place of several")
    private boolean distil;

    @Option(names = "--out", required = true, paramLabel = "FILE.jar",
            description = "the finished model; a folder of the same name without .jar gets checkpoints, log.csv and curves.svg")
    private Path out;

    // Without the standard options, because this command means another version.
    @Option(names = "--version", paramLabel = "V",
            description = "version of the model (default: the next minor version of the newest one, or 1.0.0)")
    private Optional<String> version = Optional.empty();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "shows this help")
    private boolean help;

    TrainCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        require(ROLES.contains(role), "--model is bmo or vbivd, not " + role);
        require((data == null) != (phantom == null), "train takes either --data or --phantom");
        require(phantom == null || phantom.size() == 2 && phantom.get(0) > 0 && phantom.get(0) <= Integer.MAX_VALUE,
                "--phantom takes a number of patients above 0 and a seed, such as 200,1");
        require(steps > 0, "--steps must be above 0");
        require(start == null || Files.isRegularFile(start), "--start names no file: " + start);
        require(!ensemble && !distil || start != null, (ensemble ? "--ensemble" : "--distil") + " needs --start");
        require(!ensemble || !distil, "--ensemble and --distil exclude each other");
        require(String.valueOf(out.getFileName()).matches(".+\\.jar"), "--out names the bundle to write, such as model.jar, not " + out);
        require(version.map(NextVersion::isVersion).orElse(true), "--version is three numbers with points, such as 1.1.0");
        TrainingCases cases = cases();
        platform.startEngine();
        ModelTrainer trainer = platform.service(ModelTrainer.class, "trainer");
        ModelPacker packer = platform.service(ModelPacker.class, "model packer");
        Path model = trainer.train(new TrainingPlan(role, steps, seed, Optional.ofNullable(start), use(), work()),
                cases, console, platform.cancellation());
        packer.pack(model, version.orElseGet(() -> NextVersion.after(platform.models().cards(), role)), out);
        console.result(out.toString());
        return ExitCode.DONE;
    }

    private StartUse use() {
        return ensemble ? StartUse.ENSEMBLE : distil ? StartUse.TEACHER : StartUse.WEIGHTS;
    }

    private TrainingCases cases() throws UnusableInputException, UnavailableException {
        if (data != null) {
            return platform.service(CaseReader.class, "reader of annotated studies").find(data, role, console::note);
        }
        return platform.service(PhantomGenerator.class, "generator of synthetic studies").cases(phantom.get(0).intValue(), phantom.get(1));
    }

    private Path work() {
        String name = out.getFileName().toString();
        return out.toAbsolutePath().resolveSibling(name.substring(0, name.length() - ".jar".length()));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
