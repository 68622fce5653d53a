package spine.runtime.internal.shadow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import spine.common.file.LockedFile;
import spine.runtime.ModelName;

/**
 * Totals of the same studies by two models, one file per index: first the study, then the candidate, then the model that
 * served. So {@code agree} understands it, and its differences are candidate minus serving. Studies without a candidate's
 * score stand in a file of their own with the reason.
 */
public final class ShadowScores {
    /** Studies that the candidate could not score. */
    public static final String FAILURES = "failures.txt";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();
    private static final String AGAINST = "-against-";
    private static final String TABLE = ".csv";

    private final Path folder;
    private final ModelName candidate;
    private final ModelName serving;

    /** @param shadow where the pairs of all models lie */
    public ShadowScores(Path shadow, ModelName candidate, ModelName serving) {
        this.folder = shadow.resolve(candidate + AGAINST + serving);
        this.candidate = candidate;
        this.serving = serving;
    }

    /** Folders of pairs of models below {@code shadow}. */
    public static List<Path> folders(Path shadow) throws IOException {
        return list(shadow, AGAINST);
    }

    /** Tables of one pair of models. */
    public static List<Path> tables(Path folder) throws IOException {
        return list(folder, TABLE);
    }

    private static List<Path> list(Path folder, String part) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(part) && !file.getFileName().toString().startsWith("."))
                    .sorted().toList();
        }
    }

    /** Adds a study; one that was scored before gets its new totals. */
    public void add(String index, String study, double byCandidate, double byServing) throws IOException {
        change(index + TABLE, List.of("study", candidate.toString(), serving.toString()),
                List.of(study, number(byCandidate), number(byServing)));
    }

    /** @param reason no patient data */
    public void failed(String study, String reason) throws IOException {
        change(FAILURES, List.of("study", "reason"), List.of(study, reason.replaceAll("[\\r\\n]+", " ")));
    }

    private void change(String name, List<String> header, List<String> line) throws IOException {
        Path file = folder.resolve(name);
        LockedFile shared = new LockedFile(file);
        shared.locked(() -> {
            Map<String, List<String>> lines = new LinkedHashMap<>();
            lines.put(header.get(0), header);
            if (Files.exists(file)) {
                try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
                    parser.forEach(record -> lines.put(record.get(0), record.toList()));
                }
            }
            lines.put(line.get(0), line);
            StringBuilder text = new StringBuilder();
            for (List<String> fields : lines.values()) {
                FORMAT.printRecord(text, fields.toArray());
            }
            shared.replace(text.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
