package spine.evaluate.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.cohort.ReaderStudy;
import spine.api.report.MaskReader;
import spine.api.report.ReportReader;
import spine.common.file.AtomicFile;
import spine.dicom.DicomCodec;
import spine.evaluate.internal.cohort.AvailableReports;
import spine.evaluate.internal.cohort.Cohort;
import spine.evaluate.internal.cohort.CohortReader;
import spine.evaluate.internal.file.ImagesCsv;
import spine.evaluate.internal.file.ReaderStudyFiles;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;
import spine.evaluate.internal.readerstudy.ReaderStudyText;
import spine.evaluate.internal.reading.ImageOutcome;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.RatingJoin;
import spine.evaluate.internal.reading.Reading;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.study.StudyReport;
import spine.evaluate.internal.table.ImageOutcomes;
import spine.evaluate.internal.table.ReadingsFiles;

/** Joins readings with reports and computes what they say of each other. */
@Component
public final class ReaderStudyEvaluation implements ReaderStudy {
    private final CohortReader cohorts;

    @Activate
    public ReaderStudyEvaluation(@Reference MaskReader masks, @Reference ReportReader reports, @Reference DicomCodec codec) {
        this.cohorts = new CohortReader(masks, reports, codec);
    }

    @Override
    public String compare(Material material, Path out) throws UnusableInputException, IOException {
        ReadingsFiles readings = ReadingsFiles.read(material.readings());
        AvailableReports reports = cohorts.reports(material.results());
        Map<String, Reading> truths = new LinkedHashMap<>();
        List<ImageOutcome> images = List.of();
        if (material.truths().isPresent()) {
            cohorts.truths(material.truths().get()).forEach((study, truth) -> truths.put(study, reading(truth)));
            images = ImageOutcomes.below(material.truths().get());
        }
        Set<String> madeBy = new TreeSet<>();
        Set<String> researchUse = new TreeSet<>();
        RatedStudies studies = new RatingJoin(readings.rows()).with(study -> {
            StudyReport report = reports.of(study);
            madeBy.addAll(report.provenance());
            researchUse.add(report.researchUse());
            return scored(report);
        }, truths, images, material.leftOut(), readings.notes());
        researchUse.remove("");
        ReaderStudyResult result = ReaderStudyResult.of(studies, material.origin(), List.copyOf(madeBy), List.copyOf(researchUse));
        ReaderStudyFiles.write(out, result);
        return ReaderStudyText.of(result);
    }

    @Override
    public void compareImages(Path truth, Path result, Path table) throws UnusableInputException, IOException {
        Cohort cohort = cohorts.read(truth, result);
        AtomicFile.write(table, ImagesCsv.csv(cohort.pairs()));
    }

    private static Reading scored(StudyReport report) throws UnusableInputException {
        Reading reading = reading(report);
        if (reading.totals().isEmpty()) {
            throw new UnusableInputException("Its report " + report.file() + " has no total of SPARCC.");
        }
        return reading;
    }

    private static Reading reading(StudyReport report) {
        Map<DiscLevel, Double> units = new TreeMap<>();
        report.units().forEach((level, unit) -> units.put(level, unit.score()));
        Map<Total, Double> totals = new EnumMap<>(Total.class);
        for (Total total : Total.values()) {
            if (report.totals().containsKey(total.label())) {
                totals.put(total, report.total(total.label()));
            }
        }
        return new Reading(totals, units);
    }
}
