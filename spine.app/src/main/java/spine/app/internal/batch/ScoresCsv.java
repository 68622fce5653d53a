package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import spine.common.file.AtomicFile;

/**
 * Joins the {@code scores.csv} of several studies, which share one header, into one table, sorted by study: so it does not depend on the
 * order in which they were found or scored.
 */
public final class ScoresCsv {
    private static final String NAME = "scores.csv";

    private ScoresCsv() {
    }

    /**
     * @param studies result folders of one run, named by their studies; one without the file is left out
     * @param folder where the joined file goes, in place of an older one; it appears complete or not at all. After a run without a result
     *     an older one goes too, since nobody could tell it from that of the run
     */
    public static void join(List<Path> studies, Path folder) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path study : studies.stream().sorted(Comparator.comparing(study -> study.getFileName().toString())).distinct().toList()) {
            if (Files.exists(study.resolve(NAME))) {
                List<String> lines = Files.readAllLines(study.resolve(NAME));
                all.addAll(all.isEmpty() ? lines : lines.subList(1, lines.size()));
            }
        }
        if (studies.isEmpty()) {
            Files.deleteIfExists(folder.resolve(NAME));
        } else if (!all.isEmpty()) {
            AtomicFile.write(folder.resolve(NAME), String.join("\n", all) + "\n");
        }
    }
}
