package spine.runtime.internal.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import spine.api.UnusableInputException;
import spine.api.service.StudyEvaluation;

/** What shadow runs have shown so far, in figures. */
public final class ShadowReport {
    private static final int FEWEST = 2;

    private final StudyEvaluation evaluation;

    public ShadowReport(StudyEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** One text per pair of models, each also left as {@code report.txt} beside its tables. */
    public List<String> write(Path shadow) throws UnusableInputException, IOException {
        List<String> texts = new ArrayList<>();
        for (Path folder : ShadowScores.folders(shadow)) {
            String text = text(folder);
            Path part = Files.writeString(folder.resolve(".report.txt.part"), text);
            Files.move(part, folder.resolve("report.txt"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            texts.add(text);
        }
        return texts;
    }

    private String text(Path folder) throws UnusableInputException, IOException {
        StringBuilder text = new StringBuilder(folder.getFileName() + "\n");
        for (Path table : ShadowScores.tables(folder)) {
            int studies = lines(table);
            text.append(table).append(": ").append(studies).append(studies == 1 ? " study\n" : " studies\n");
            text.append(studies < FEWEST ? "Two studies at least are needed for figures.\n" : evaluation.agree(List.of(table)));
        }
        Path failures = folder.resolve(ShadowScores.FAILURES);
        if (Files.exists(failures)) {
            text.append(lines(failures)).append(" without a score of the candidate, see ").append(failures).append('\n');
        }
        return text.toString();
    }

    private static int lines(Path table) throws IOException {
        return Files.readAllLines(table).size() - 1;
    }
}
