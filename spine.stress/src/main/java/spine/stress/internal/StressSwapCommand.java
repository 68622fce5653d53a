package spine.stress.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.osgi.framework.BundleContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.service.PhantomGenerator;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.install.InstallPaths;

@Command(name = "swap", mixinStandardHelpOptions = true,
        description = "Swaps the oedema model about once a second, in every order, while eight clients score studies.",
        footer = {"", "The studies are a few images from the middle of each stack of synthetic studies, scored on the same way as whole"
            + " ones. Odd and even versions see the images at different pixel spacings, so that a report made by two versions is seen.",
            "Exit code 1: a study failed, a report mixed versions, or memory or threads grew beyond the bound that is printed."})
final class StressSwapCommand implements Callable<Integer> {
    private static final long SEED = 20_240_002;
    private static final int STUDIES = 2;

    private final BundleContext bundles;
    private final CommandContext platform;
    private final Console console;

    private final InstallPaths paths = InstallPaths.of(System::getProperty);

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "3", description = "how long (default: ${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--swaps", paramLabel = "N", description = "end after N swaps, if that is sooner")
    private int swaps = Integer.MAX_VALUE;

    @Option(names = "--warm-up", paramLabel = "W", defaultValue = "14",
            description = "swaps under load before anything counts (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--images", paramLabel = "K", defaultValue = "2", description = "images of each stack (default: ${DEFAULT-VALUE})")
    private int images;

    StressSwapCommand(BundleContext bundles, CommandContext platform, Console console) {
        this.bundles = bundles;
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (!(minutes > 0) || swaps < 1 || images < 1) {
            throw new ParameterException(spec.commandLine(), "--minutes, --swaps and --images must be above 0");
        }
        List<StudySource> studies = studies();
        platform.startEngine();
        SwapStress stress = new SwapStress(bundles, platform.scoring(), platform.models(), studies, images, paths.deploy(),
                paths.home().resolve("stress-work"), console::result);
        boolean held = stress.run(warmUp, Duration.ofMillis((long) (minutes * 60_000)), swaps);
        console.result(held ? "held" : "NOT held");
        return held ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<StudySource> studies() throws Exception {
        List<StudySource> studies = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            Path folder = paths.home().resolve("stress-studies").resolve(Long.toString(SEED + i));
            if (!Files.exists(folder)) {
                console.at("making a synthetic study", 0);
                platform.service(PhantomGenerator.class, "generator of synthetic studies").write(SEED + i, folder);
            }
            studies.addAll(platform.studies().find(List.of(folder), SeriesChoice.AUTOMATIC));
        }
        return studies;
    }
}
