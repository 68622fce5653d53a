package spine.evaluate.internal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.page.EvaluationPage;
import spine.evaluate.internal.study.StudyPair;

/** Leaves an evaluation as files: a page to read, metrics for programs, and tables. */
public final class EvaluationFiles {
    private final Path folder;

    /** @param folder made if absent */
    public EvaluationFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all files; each appears complete or not at all. */
    public void write(Evaluation evaluation) throws IOException {
        Files.createDirectories(folder);
        List<StudyPair> pairs = evaluation.cohort().pairs();
        put("evaluation.html", new EvaluationPage(evaluation, folder).html());
        put("evaluation.json", new EvaluationJson().text(evaluation));
        put("evaluation.csv", MetricsCsv.csv(evaluation));
        put("studies.csv", new StudiesCsv(evaluation).csv());
        put("units.csv", UnitsCsv.csv(pairs));
        put("images.csv", ImagesCsv.csv(pairs));
    }

    private void put(String name, String text) throws IOException {
        Path part = folder.resolve("." + name + ".part");
        try {
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
