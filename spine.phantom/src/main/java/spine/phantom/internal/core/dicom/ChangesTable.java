package spine.phantom.internal.core.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import spine.phantom.internal.core.lesion.LesionChange;
import spine.phantom.internal.core.study.SyntheticStudy;

/** Writes {@code changes.csv}: what became of every lesion since the time point before. */
final class ChangesTable {

    private ChangesTable() {
    }

    static void write(SyntheticStudy study, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("patient,timepoint,lesion,vertebra,type,change,border_mm,severity_before,severity_now");
        for (LesionChange change : study.lesions().changes()) {
            lines.add(String.format(Locale.ROOT, "%s,%d,%d,%s,%s,%s,%.2f,%.3f,%.3f", study.patientId(), study.timePoint().number(),
                    change.lesion(), study.spine().variant().vertebrae().get(change.vertebra()), change.type().words(),
                    change.fate().words(), change.border(), change.before(), change.now()));
        }
        Files.write(file, lines);
    }
}
