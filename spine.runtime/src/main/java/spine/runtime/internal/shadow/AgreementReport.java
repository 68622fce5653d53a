package spine.runtime.internal.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.UnusableInputException;
import spine.api.service.StudyEvaluation;
import spine.common.file.AtomicFile;
import spine.common.install.InstallPaths;
import spine.runtime.ShadowReport;

/** What shadow runs have shown so far, in figures. */
@Component
public final class AgreementReport implements ShadowReport {
    private static final int FEWEST = 2;

    private final StudyEvaluation evaluation;
    private final Path shadow;

    @Activate
    public AgreementReport(@Reference StudyEvaluation evaluation, BundleContext context) {
        this(evaluation, InstallPaths.of(context::getProperty).shadow());
    }

    AgreementReport(StudyEvaluation evaluation, Path shadow) {
        this.evaluation = evaluation;
        this.shadow = shadow;
    }

    @Override
    public List<String> write() throws UnusableInputException, IOException {
        List<String> texts = new ArrayList<>();
        for (Path folder : ShadowScores.folders(shadow)) {
            String text = text(folder);
            AtomicFile.write(folder.resolve("report.txt"), text);
            texts.add(text);
        }
        return texts;
    }

    private String text(Path folder) throws UnusableInputException, IOException {
        StringBuilder text = new StringBuilder(folder.getFileName() + "\n");
        for (Path table : ShadowScores.tables(folder)) {
            int studies = lines(table);
            text.append(table).append(": ").append(studies).append(studies == 1 ? " study\n" : " studies\n");
            text.append(studies < FEWEST ? "At least two studies are needed for statistics.\n" : evaluation.agree(List.of(table)));
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
