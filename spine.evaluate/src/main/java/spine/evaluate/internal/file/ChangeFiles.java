package spine.evaluate.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.common.csv.CsvText;
import spine.common.file.AtomicFile;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.study.FollowUp;

/** Writes an evaluation of changes as {@code change.csv}, all figures, and {@code pairs.csv}, what they rest on. */
public final class ChangeFiles {

    private ChangeFiles() {
    }

    /** @param folder made if absent @param totals whose changes are written */
    public static void write(Path folder, List<MetricSection> sections, List<FollowUp> pairs, Iterable<String> totals) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve("change.csv"), MetricsCsv.csv(sections));
        List<Object> header = new ArrayList<>(List.of("patient", "timepoint", "unchanged", "study_before", "study_now"));
        totals.forEach(total -> header.addAll(List.of(total + "_true_before", total + "_true_now", total + "_before", total + "_now")));
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line(header.toArray());
        for (FollowUp pair : pairs) {
            List<Object> line = new ArrayList<>(List.of(pair.patient(), pair.timePoint(), pair.unchanged() ? 1 : 0,
                    pair.before().studyInstanceUid(), pair.now().studyInstanceUid()));
            totals.forEach(total -> line.addAll(List.of(pair.trueBefore().total(total), pair.trueNow().total(total),
                    pair.before().total(total), pair.now().total(total))));
            csv.line(line.toArray());
        }
        AtomicFile.write(folder.resolve("pairs.csv"), csv.toString());
    }
}
