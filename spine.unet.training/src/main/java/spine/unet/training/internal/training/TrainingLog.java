package spine.unet.training.internal.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import spine.common.file.AtomicFile;

/** {@code log.csv}: one line per validation, and {@code curves.svg}, which shows them. */
final class TrainingLog {
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    /** Goes on after the lines of an earlier run, up to the step from which this one resumes. */
    TrainingLog(Path file, List<String> classes, int resumedStep) throws IOException {
        this.file = file;
        lines.add("step,seconds,learning_rate,loss,dice_" + String.join(",dice_", classes.subList(1, classes.size()))
                + ",dice_mean,operating_point");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                if (Integer.parseInt(line.substring(0, line.indexOf(','))) <= resumedStep) {
                    lines.add(line);
                }
            }
        }
    }

    void add(int step, double seconds, double rate, double loss, Validation.Outcome outcome) throws IOException {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d,%.0f,%.3g,%.4f", step, seconds, rate, loss));
        for (int c = 1; c < outcome.dice().length; c++) {
            line.append(String.format(Locale.ROOT, ",%.4f", outcome.dice()[c]));
        }
        line.append(String.format(Locale.ROOT, ",%.4f,%.2f", outcome.mean(), outcome.operatingPoint()));
        lines.add(line.toString());
        AtomicFile.write(file, String.join("\n", lines) + "\n");
        AtomicFile.write(file.resolveSibling("curves.svg"), TrainingCurves.of(lines));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
