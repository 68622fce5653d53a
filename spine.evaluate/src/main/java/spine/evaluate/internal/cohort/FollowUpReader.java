package spine.evaluate.internal.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.report.ReportReader;
import spine.evaluate.internal.study.FollowUp;
import spine.evaluate.internal.study.StudyReport;
import spine.evaluate.internal.table.TimePointFiles;

/** Pairs the truths and reports of neighbouring time points of each patient; what cannot be paired is listed with the reason. */
public final class FollowUpReader {
    private final ReportFinder finder;

    /** @param reports of formats other than {@code report.json} */
    public FollowUpReader(ReportReader reports) {
        this.finder = new ReportFinder(reports);
    }

    /**
     * What was found.
     *
     * @param followUps by patient and time point
     * @param unevaluated studies that are in none, by the reason
     */
    public record Found(List<FollowUp> followUps, List<UnevaluatedStudy> unevaluated) {
    }

    private record Visit(TimePointFiles time, StudyReport truth, StudyReport report) {
    }

    /**
     * @param weightsSha256 digest of the weights of a model that all reports must have been made by
     * @throws UnusableInputException if a folder is missing, a truth cannot be understood, or there is no patient with two time points
     */
    public Found read(Path truth, Path predictions, String weightsSha256) throws UnusableInputException, IOException {
        ReportFinder.Found truths = finder.find(finder.files(truth, "truth.json"));
        if (!truths.unusable().isEmpty()) {
            throw new UnusableInputException(truths.unusable().values().iterator().next());
        }
        AvailableReports reports = AvailableReports.below(predictions, finder);
        Map<String, Map<Integer, Visit>> patients = new TreeMap<>();
        List<UnevaluatedStudy> unevaluated = new ArrayList<>();
        for (StudyReport right : truths.reports().values()) {
            try {
                TimePointFiles time = TimePointFiles.read(right.folder());
                Visit visit = new Visit(time, right, madeBy(weightsSha256, reports.of(right.studyInstanceUid())));
                if (patients.computeIfAbsent(time.patient(), any -> new TreeMap<>()).putIfAbsent(time.timePoint(), visit) != null) {
                    throw new UnusableInputException("Another study of the patient has the same time point.");
                }
            } catch (UnusableInputException reason) {
                unevaluated.add(new UnevaluatedStudy(right.studyInstanceUid(), reason.getMessage(), true));
            }
        }
        List<FollowUp> followUps = new ArrayList<>();
        patients.values().forEach(visits -> pair(visits, followUps, unevaluated));
        if (followUps.isEmpty()) {
            throw new UnusableInputException("Below " + truth + " there is no patient with two time points and their reports below "
                    + predictions + (unevaluated.isEmpty() ? "." : "; of the first study, " + unevaluated.get(0).study() + ": "
                            + unevaluated.get(0).reason()));
        }
        unevaluated.addAll(reports.rest());
        return new Found(List.copyOf(followUps), List.copyOf(unevaluated));
    }

    private static StudyReport madeBy(String weightsSha256, StudyReport report) throws UnusableInputException {
        if (report.provenance().stream().noneMatch(made -> made.endsWith(weightsSha256))) {
            throw new UnusableInputException("Its report was made by another model than the one whose smallest detectable change is"
                    + " tested.");
        }
        return report;
    }

    private static void pair(Map<Integer, Visit> visits, List<FollowUp> followUps, List<UnevaluatedStudy> unevaluated) {
        visits.forEach((timePoint, now) -> {
            Visit before = visits.get(timePoint - 1);
            if (before != null) {
                followUps.add(new FollowUp(now.time().patient(), timePoint, now.time().unchanged(), before.truth(), now.truth(),
                        before.report(), now.report()));
            } else if (!visits.containsKey(timePoint + 1)) {
                unevaluated.add(new UnevaluatedStudy(now.truth().studyInstanceUid(),
                        "The patient has no study with report at the time point before or after it.", true));
            }
        });
    }
}
