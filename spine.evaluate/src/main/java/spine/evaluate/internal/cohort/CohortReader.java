package spine.evaluate.internal.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.api.report.MaskReader;
import spine.api.report.ReportReader;
import spine.dicom.DicomCodec;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.partial.PartialTruth;
import spine.evaluate.internal.partial.PartialTruthReader;
import spine.evaluate.internal.study.ScannerFinder;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.StudyReport;

/** Pairs truths with reports by study; what cannot be paired is listed with the reason. */
public final class CohortReader {
    private final ReportFinder finder;
    private final MaskReader masks;
    private final ScannerFinder scanners;
    private final PartialTruthReader partialTruths;

    /** @param reports of formats other than {@code report.json} */
    public CohortReader(MaskReader masks, ReportReader reports, DicomCodec codec) {
        this.finder = new ReportFinder(reports);
        this.masks = masks;
        this.scanners = new ScannerFinder(codec);
        this.partialTruths = new PartialTruthReader(masks);
    }

    /** @throws UnusableInputException if the folder is missing, or there is no report below it */
    public AvailableReports reports(Path folder) throws UnusableInputException, IOException {
        return AvailableReports.below(folder, finder);
    }

    /**
     * The truths below a folder, by study.
     *
     * @throws UnusableInputException if the folder is missing, or a truth cannot be understood or is only a part of one
     */
    public Map<String, StudyReport> truths(Path folder) throws UnusableInputException, IOException {
        ReportFinder.Found found = finder.find(finder.files(folder, "truth.json"));
        if (!found.unusable().isEmpty()) {
            throw new UnusableInputException(found.unusable().values().iterator().next());
        }
        return found.reports();
    }

    /**
     * @param truth folder with files {@code truth.json} somewhere below
     * @param predictions folder with files {@code report.json}, or reports of another format, somewhere below
     * @return at least one pair
     * @throws UnusableInputException if a folder is missing, a truth cannot be understood, or no study has both
     */
    public Cohort read(Path truth, Path predictions) throws UnusableInputException, IOException {
        List<Path> files = new ArrayList<>(finder.files(truth, "truth.json"));
        List<PartialTruth> partial = partial(files);
        ReportFinder.Found truths = finder.find(files);
        if (!truths.unusable().isEmpty()) {
            throw new UnusableInputException(truths.unusable().values().iterator().next());
        }
        if (truths.reports().isEmpty() && partial.isEmpty()) {
            throw new UnusableInputException("There is no truth.json below " + truth + ".");
        }
        AvailableReports reports = AvailableReports.below(predictions, finder);
        List<StudyPair> pairs = new ArrayList<>();
        List<PartialPair> partialPairs = new ArrayList<>();
        List<UnevaluatedStudy> unevaluated = new ArrayList<>();
        for (StudyReport right : truths.reports().values()) {
            try {
                StudyReport report = reports.of(right.studyInstanceUid());
                if (Collections.disjoint(right.totals().keySet(), report.totals().keySet())) {
                    throw new UnusableInputException("Its report and its truth share no total.");
                }
                pairs.add(StudyPair.of(right, report, scanners.of(right), masks));
            } catch (UnusableInputException reason) {
                unevaluated.add(new UnevaluatedStudy(right.studyInstanceUid(), reason.getMessage(), true));
            }
        }
        for (PartialTruth right : partial) {
            try {
                partialPairs.add(PartialPair.of(right, reports.of(right.study()), masks));
            } catch (UnusableInputException reason) {
                unevaluated.add(new UnevaluatedStudy(right.study(), reason.getMessage(), true));
            }
        }
        if (pairs.isEmpty() && partialPairs.isEmpty()) {
            throw new UnusableInputException("None of the " + unevaluated.size() + " studies below " + truth
                    + " can be compared with a report below " + predictions + "; of the first, " + unevaluated.get(0).study() + ": "
                    + unevaluated.get(0).reason());
        }
        unevaluated.addAll(reports.rest());
        return new Cohort(pairs, partialPairs, unevaluated);
    }

    /** Takes the partial truths out of the files. */
    private List<PartialTruth> partial(List<Path> files) throws UnusableInputException, IOException {
        List<PartialTruth> truths = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        for (Path file : List.copyOf(files)) {
            if (partialTruths.reads(file)) {
                files.remove(file);
                PartialTruth truth = partialTruths.read(file);
                Path other = seen.putIfAbsent(truth.study(), file);
                if (other != null) {
                    throw new UnusableInputException(other + " and " + file + " are of the same study.");
                }
                truths.add(truth);
            }
        }
        return truths;
    }
}
