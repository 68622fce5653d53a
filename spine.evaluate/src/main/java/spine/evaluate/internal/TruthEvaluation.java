package spine.evaluate.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.report.MaskReader;
import spine.api.service.StudyEvaluation;
import spine.evaluate.internal.figure.Evaluation;
import spine.evaluate.internal.figure.EvaluationFiles;
import spine.evaluate.internal.figure.FigureText;
import spine.evaluate.internal.figure.ReaderFigures;
import spine.evaluate.internal.study.ReaderTable;
import spine.evaluate.internal.study.ReportFinder;
import spine.evaluate.internal.study.ReportParser;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.StudyReport;

/** Pairs truths with reports and works out the figures. */
@Component
public final class TruthEvaluation implements StudyEvaluation {
    private final MaskReader masks;
    private final ReportFinder finder = new ReportFinder(new ReportParser());

    @Activate
    public TruthEvaluation(@Reference MaskReader masks) {
        this.masks = masks;
    }

    @Override
    public String evaluate(Path truth, Path predictions, Optional<Path> out) throws UnusableInputException, IOException {
        Map<String, StudyReport> truths = finder.find(truth, "truth.json");
        if (truths.isEmpty()) {
            throw new UnusableInputException("There is no truth.json below " + truth + ".");
        }
        Map<String, StudyReport> reports = finder.find(predictions, "report.json");
        List<StudyPair> pairs = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (StudyReport right : truths.values()) {
            StudyReport report = reports.get(right.studyInstanceUid());
            if (report == null) {
                missing.add(right.studyInstanceUid());
            } else {
                pairs.add(StudyPair.of(right, report, masks));
            }
        }
        Evaluation evaluation = Evaluation.of(pairs, missing);
        if (out.isPresent()) {
            new EvaluationFiles().write(evaluation, out.get());
        }
        StringBuilder text = new StringBuilder(FigureText.of(evaluation.sections()));
        missing.forEach(study -> text.append("\nno report of study ").append(study));
        return text.append(missing.isEmpty() ? "" : "\n").toString();
    }

    @Override
    public String agree(Path scores) throws UnusableInputException, IOException {
        ReaderTable table = ReaderTable.read(scores);
        return FigureText.of(ReaderFigures.of(table.readers(), table.scores()));
    }
}
