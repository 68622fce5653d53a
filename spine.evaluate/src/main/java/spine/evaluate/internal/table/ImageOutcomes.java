package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.evaluate.internal.reading.ImageOutcome;

/** Reads tables {@code images.csv}, as evaluation writes them. */
public final class ImageOutcomes {
    private static final String NAME = "images.csv";

    private ImageOutcomes() {
    }

    /**
     * All of them below a folder.
     *
     * @throws UnusableInputException if a table is none of evaluation
     */
    public static List<ImageOutcome> below(Path folder) throws UnusableInputException, IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.endsWith(NAME)).filter(Files::isRegularFile).sorted().toList();
        }
        List<ImageOutcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            CsvTable csv = CsvTable.read(file);
            List<Integer> columns = Stream.of("study", "inflamedTruth", "inflamedPredicted", "bodyTruth", "diceBody", "discTruth",
                    "diceDisc").map(csv.header()::indexOf).toList();
            if (columns.contains(-1)) {
                throw new UnusableInputException(file + " is no table of images.");
            }
            for (CsvTable.Line line : csv.lines()) {
                List<String> fields = columns.stream().map(line.fields()::get).toList();
                outcomes.add(new ImageOutcome(fields.get(0), fields.get(1).equals("1"), fields.get(2).equals("1"),
                        dice(fields.get(3), fields.get(4)), dice(fields.get(5), fields.get(6))));
            }
        }
        return outcomes;
    }

    /** Undefined where the truth has none of it. */
    private static double dice(String pixels, String dice) {
        return ScoreCell.number(pixels) > 0 ? ScoreCell.number(dice) : Double.NaN;
    }
}
