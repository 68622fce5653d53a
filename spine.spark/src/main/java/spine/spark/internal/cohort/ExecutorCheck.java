package spine.spark.internal.cohort;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    private final List<String> shared;

    /** @param shared files and folders that every executor must see */
    ExecutorCheck(ScoringOptions options, PlatformSettings platform, SharedFolder out, List<String> shared) {
        this.options = options;
        this.platform = platform;
        this.out = out;
        this.shared = List.copyOf(shared);
    }

    @Override
    public Answer<ArrayList<String>> call(Integer number) throws Exception {
        return Answer.of("An executor on " + InetAddress.getLocalHost().getHostName() + " cannot score. ", () -> {
            out.check();
            for (String path : shared) {
                if (!Files.isReadable(Path.of(path))) {
                    throw new RefusedException("What is scored is not on a file system that all executors share: " + path
                            + " cannot be read here.", ExitCode.FAILED);
                }
            }
            return ProcessPlatform.with(platform, scoring -> new ArrayList<>(scoring.start(options)));
        });
    }
}
