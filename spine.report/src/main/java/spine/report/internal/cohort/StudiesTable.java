package spine.report.internal.cohort;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.common.csv.CsvRows;
import spine.common.csv.CsvText;
import spine.common.file.BoundedFile;

/** {@code studies.csv}: what became of each study, by its name as the table has it. */
final class StudiesTable {
    static final String FILE = "studies.csv";
    /** Bytes: some hundred thousand studies. */
    private static final int LONGEST = 256 << 20;

    private final Map<String, StudyState> states = new LinkedHashMap<>();

    /** @throws UnusableInputException if the file is no such table; the sentence names it */
    static StudiesTable read(Path file) throws UnusableInputException, IOException {
        StudiesTable table = new StudiesTable();
        if (!Files.exists(file)) {
            return table;
        }
        try {
            CsvRows read = CsvRows.of(text(file));
            if (!read.columns().contains("study")) {
                throw new IllegalArgumentException("it has no column study between commas");
            }
            read.rows().forEach(row -> table.states.put(row.get("study"), new StudyState(row.getOrDefault("status", ""),
                    row.getOrDefault("reason", ""), row.getOrDefault("warnings", ""))));
        } catch (IllegalArgumentException broken) {
            throw new UnusableInputException(file + " is not a table of studies: " + broken.getMessage() + ".", broken);
        }
        return table;
    }

    private static String text(Path file) throws UnusableInputException, IOException {
        try {
            BoundedFile.requireRegular(file);
            if (Files.size(file) > LONGEST) {
                throw new UnusableInputException(file + " is not a table of studies, because it has more than " + LONGEST + " bytes.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnusableInputException(file + " is not a table of studies, because it is not in UTF-8.", e);
        }
    }

    /** By names of studies as the table has them, in its order. */
    Map<String, StudyState> states() {
        return states;
    }

    /** The name that stands in the table for a study: one that a spreadsheet would take for a formula is written otherwise. */
    static String name(String study) {
        return CsvText.text(study);
    }
}
