package spine.evaluate.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spine.common.file.AtomicFile;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.page.EvaluationHtml;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.study.StudyPair;

/** Writes an evaluation as files: a page to read, metrics for programs, and tables. */
public final class EvaluationFiles {
    /** Of numbers in files for programs. */
    static final int DECIMALS = 6;

    private final Path folder;

    /** @param folder made if absent */
    public EvaluationFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all files; each appears complete or not at all. */
    public void write(Evaluation evaluation) throws IOException {
        Files.createDirectories(folder);
        List<StudyPair> pairs = evaluation.cohort().pairs();
        AtomicFile.write(folder.resolve("evaluation.html"), EvaluationHtml.of(evaluation, folder));
        AtomicFile.write(folder.resolve("evaluation.json"), new EvaluationJson().text(evaluation));
        AtomicFile.write(folder.resolve("evaluation.csv"), MetricsCsv.csv(evaluation.all()));
        AtomicFile.write(folder.resolve("studies.csv"), new StudiesCsv(evaluation).csv());
        AtomicFile.write(folder.resolve("units.csv"), UnitsCsv.csv(pairs));
        AtomicFile.write(folder.resolve("images.csv"), ImagesCsv.csv(pairs));
        List<PartialPair> partial = evaluation.cohort().partial();
        if (!partial.isEmpty()) {
            AtomicFile.write(folder.resolve("cases.csv"), PartialTables.cases(partial));
            AtomicFile.write(folder.resolve("structures.csv"), PartialTables.structures(partial));
            AtomicFile.write(folder.resolve("lesions.csv"), PartialTables.lesions(partial));
        }
    }
}
