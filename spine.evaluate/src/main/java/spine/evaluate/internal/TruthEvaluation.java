package spine.evaluate.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.model.ChangeRule;
import spine.api.model.ModelCard;
import spine.api.report.MaskReader;
import spine.api.report.ReportReader;
import spine.api.service.StudyEvaluation;
import spine.dicom.DicomCodec;
import spine.evaluate.internal.cohort.Cohort;
import spine.evaluate.internal.cohort.CohortReader;
import spine.evaluate.internal.cohort.FollowUpReader;
import spine.evaluate.internal.cohort.UnevaluatedStudy;
import spine.evaluate.internal.file.AgreementFiles;
import spine.evaluate.internal.file.ChangeFiles;
import spine.evaluate.internal.file.EvaluationFiles;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricText;
import spine.evaluate.internal.metric.ChangeMetrics;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.ReaderAgreement;
import spine.evaluate.internal.table.ReaderTable;

/** Pairs truths with reports and computes the metrics. */
@Component
public final class TruthEvaluation implements StudyEvaluation {
    private final CohortReader cohorts;
    private final FollowUpReader followUps;

    @Activate
    public TruthEvaluation(@Reference MaskReader masks, @Reference ReportReader reports, @Reference DicomCodec codec) {
        this.cohorts = new CohortReader(masks, reports, codec);
        this.followUps = new FollowUpReader(reports);
    }

    @Override
    public String evaluate(Path truth, Path predictions, Optional<Path> out) throws UnusableInputException, IOException {
        Cohort cohort = cohorts.read(truth, predictions);
        Evaluation evaluation = Evaluation.of(cohort);
        if (out.isPresent()) {
            new EvaluationFiles(out.get()).write(evaluation);
        }
        List<MetricSection> sections = new ArrayList<>(evaluation.sections());
        sections.addAll(evaluation.partial());
        StringBuilder text = new StringBuilder(MetricText.of(sections));
        if (!evaluation.parts().isEmpty()) {
            text.append('\n').append(MetricText.table(evaluation.parts()));
        }
        return text.append(list(cohort.unevaluated())).toString();
    }

    @Override
    public String evaluateChange(Path truth, Path predictions, ModelCard oedema, Optional<Path> out)
            throws UnusableInputException, IOException {
        ChangeRule rule = oedema.change().orElseThrow(() -> new UnusableInputException("The smallest detectable change of the model "
                + oedema.id() + " " + oedema.version() + " was not measured."));
        FollowUpReader.Found found = followUps.read(truth, predictions, oedema.weightsSha256());
        List<MetricSection> sections = new ChangeMetrics(found.followUps()).under(rule);
        if (out.isPresent()) {
            ChangeFiles.write(out.get(), sections, found.followUps(), rule.totals().keySet());
        }
        return MetricText.of(sections) + list(found.unevaluated());
    }

    private static String list(List<UnevaluatedStudy> unevaluated) {
        StringBuilder text = new StringBuilder(unevaluated.isEmpty() ? "" : "\nNot evaluated\n");
        for (UnevaluatedStudy study : unevaluated) {
            text.append("  ").append(study.study()).append(": ").append(study.reason()).append('\n');
        }
        return text.toString();
    }

    @Override
    public String agree(List<Path> tables, Optional<String> total, Optional<Path> out) throws UnusableInputException, IOException {
        ReaderTable table = ReaderTable.read(tables, total);
        List<MetricSection> sections = ReaderAgreement.of(table.readers(), table.scores());
        if (out.isPresent()) {
            AgreementFiles.write(out.get(), table, sections);
        }
        String text = MetricText.of(sections);
        return table.incomplete().isEmpty() ? text
                : text + "\nNot scored by all readers, not compared: " + String.join(", ", table.incomplete()) + "\n";
    }
}
