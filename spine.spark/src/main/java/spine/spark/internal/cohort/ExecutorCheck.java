package spine.spark.internal.cohort;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import org.apache.spark.api.java.function.Function;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.spark.internal.platform.PlatformSettings;
import spine.spark.internal.platform.ProcessPlatform;

/** Asks an executor whether it can score, before there is any work, and what a person should know of its settings; starts its platform. */
final class ExecutorCheck implements Function<Integer, Answer<ArrayList<String>>> {
    private final ScoringOptions options;
    private final PlatformSettings platform;
    private final SharedFolder out;
    private final String sample;

    /** @param sample a file or folder of the studies, which every executor must see */
    ExecutorCheck(ScoringOptions options, PlatformSettings platform, SharedFolder out, String sample) {
        this.options = options;
        this.platform = platform;
        this.out = out;
        this.sample = sample;
    }

    @Override
    public Answer<ArrayList<String>> call(Integer number) throws Exception {
        return Answer.of("An executor on " + InetAddress.getLocalHost().getHostName() + " cannot score. ", () -> {
            out.check();
            if (!Files.isReadable(Path.of(sample))) {
                throw new RefusedException("The studies are not on a file system that all executors share: " + sample
                        + " cannot be read here.", ExitCode.FAILED);
            }
            return ProcessPlatform.with(platform, scoring -> new ArrayList<>(scoring.start(options)));
        });
    }
}
