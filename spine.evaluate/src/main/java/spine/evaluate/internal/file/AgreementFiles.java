package spine.evaluate.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.common.csv.CsvText;
import spine.common.file.AtomicFile;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.page.AgreementPage;
import spine.evaluate.internal.table.ReaderTable;

/** Writes the agreement of readers as files: a page to read, the metrics, and the scores that were compared. */
public final class AgreementFiles {

    private AgreementFiles() {
    }

    /**
     * Writes all files; each appears complete or not at all.
     *
     * @param folder made if absent
     * @param sections of the agreement: all readers, then pair by pair
     */
    public static void write(Path folder, ReaderTable table, List<MetricSection> sections) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve("agreement.html"), AgreementPage.html(table, sections));
        AtomicFile.write(folder.resolve("agreement.csv"), MetricsCsv.csv(sections));
        AtomicFile.write(folder.resolve("readings.csv"), readings(table));
    }

    private static String readings(ReaderTable table) {
        List<Object> header = new ArrayList<>(List.of("patient"));
        header.addAll(table.readers());
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line(header);
        for (int patient = 0; patient < table.scores().length; patient++) {
            List<Object> line = new ArrayList<>(List.of(table.patients().get(patient)));
            for (double score : table.scores()[patient]) {
                line.add(score);
            }
            csv.line(line);
        }
        return csv.toString();
    }
}
