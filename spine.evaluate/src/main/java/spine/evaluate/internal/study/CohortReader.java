package spine.evaluate.internal.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.api.report.MaskReader;
import spine.dicom.DicomCodec;

/** Pairs truths with reports by study; what cannot be paired is listed with the reason. */
public final class CohortReader {
    private final ReportFinder finder = new ReportFinder();
    private final MaskReader masks;
    private final ScannerFinder scanners;

    public CohortReader(MaskReader masks, DicomCodec codec) {
        this.masks = masks;
        this.scanners = new ScannerFinder(codec);
    }

    /**
     * @param truth folder with files {@code truth.json} somewhere below
     * @param predictions folder with files {@code report.json} somewhere below
     * @return at least one pair
     * @throws UnusableInputException if a folder is missing, a truth cannot be understood, or no study has both
     */
    public Cohort read(Path truth, Path predictions) throws UnusableInputException, IOException {
        ReportFinder.Found truths = finder.find(truth, "truth.json");
        if (!truths.unusable().isEmpty()) {
            throw new UnusableInputException(truths.unusable().values().iterator().next());
        }
        if (truths.reports().isEmpty()) {
            throw new UnusableInputException("There is no truth.json below " + truth + ".");
        }
        ReportFinder.Found found = finder.find(predictions, "report.json");
        if (found.reports().isEmpty() && found.unusable().isEmpty()) {
            throw new UnusableInputException("There is no report.json below " + predictions + ".");
        }
        Map<Path, String> unusable = new LinkedHashMap<>(found.unusable());
        List<StudyPair> pairs = new ArrayList<>();
        List<UnevaluatedStudy> unevaluated = new ArrayList<>();
        for (StudyReport right : truths.reports().values()) {
            StudyReport report = found.reports().get(right.studyInstanceUid());
            try {
                if (report == null) {
                    throw new UnusableInputException(whyAbsent(right.studyInstanceUid(), predictions, unusable));
                }
                if (Collections.disjoint(right.totals().keySet(), report.totals().keySet())) {
                    throw new UnusableInputException("Its report and its truth share no total.");
                }
                pairs.add(StudyPair.of(right, report, scanners.of(right), masks));
            } catch (UnusableInputException reason) {
                unevaluated.add(new UnevaluatedStudy(right.studyInstanceUid(), reason.getMessage(), true));
            }
        }
        if (pairs.isEmpty()) {
            throw new UnusableInputException("None of the " + truths.reports().size() + " studies below " + truth
                    + " can be compared with a report below " + predictions + "; of the first, " + unevaluated.get(0).study() + ": "
                    + unevaluated.get(0).reason());
        }
        unusable.forEach((file, reason) -> unevaluated.add(new UnevaluatedStudy(file.toString(), reason, false)));
        found.reports().values().stream().filter(report -> !truths.reports().containsKey(report.studyInstanceUid()))
                .forEach(report -> unevaluated.add(new UnevaluatedStudy(report.studyInstanceUid(), "There is no truth of it.", false)));
        return new Cohort(pairs, unevaluated);
    }

    /** The folder of a result is named by its study; if the report in it is broken, that is the reason and is listed once. */
    private static String whyAbsent(String study, Path predictions, Map<Path, String> unusable) {
        for (Path file : unusable.keySet()) {
            if (file.toAbsolutePath().getParent().getFileName().toString().equals(study)) {
                return unusable.remove(file);
            }
        }
        return Files.isDirectory(predictions.resolve(study)) ? "Its result folder holds no report.json." : "There is no report of it.";
    }
}
