package spine.evaluate.internal.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.report.ImageFinding;
import spine.api.report.ReportedScore;
import spine.api.report.ReportedStudy;
import spine.api.report.ReportedUnit;
import spine.api.score.SliceFinding;

/**
 * A report of another format, such as a structured report, as the parts that are compared: the index SPARCC if it is there, else the
 * first.
 */
public final class ReportedStudyView {
    private static final String DEFAULT_INDEX = "sparcc";

    private ReportedStudyView() {
    }

    /**
     * @param file where it was read from
     * @throws UnusableInputException if it holds no scores, or one that cannot be
     */
    public static StudyReport of(Path file, ReportedStudy study) throws UnusableInputException {
        ReportedScore score = study.scores().stream().filter(of -> of.indexId().equals(DEFAULT_INDEX)).findFirst()
                .or(() -> study.scores().stream().findFirst())
                .orElseThrow(() -> new UnusableInputException(file + " holds no scores."));
        List<String> provenance = new ArrayList<>(List.of("index " + score.indexId() + " " + score.indexVersion()));
        provenance.addAll(study.models());
        Map<String, Double> totals = new LinkedHashMap<>(score.totals());
        totals.values().removeIf(total -> total.isNaN());
        Map<DiscLevel, UnitFinding> units = new TreeMap<>();
        score.units().stream().filter(ReportedUnit::present).forEach(unit -> units.put(unit.level(), finding(unit)));
        Map<String, ImageFinding> images = new LinkedHashMap<>();
        study.images().forEach(image -> images.put(image.sopInstanceUid(), image));
        try {
            return new StudyReport(file, study.studyInstanceUid(), provenance, String.join(" ", study.comments()), List.of(), totals,
                    score.intervals(), units, images, study.discs(), Map.of(), study.nameConfidence(), study.namingWarnings());
        } catch (IllegalArgumentException malformed) {
            throw new UnusableInputException(file + " cannot be understood: " + malformed.getMessage() + ".", malformed);
        }
    }

    private static UnitFinding finding(ReportedUnit unit) {
        Map<String, SlicePoints> slices = new LinkedHashMap<>();
        unit.slices().forEach(slice -> slices.put(slice.sopInstanceUid(), new SlicePoints(slice.deep(), slice.intense())));
        return new UnitFinding(unit.score(), unit.confidence(), points(unit, SliceFinding::deep), points(unit, SliceFinding::intense),
                slices);
    }

    private static int points(ReportedUnit unit, Predicate<SliceFinding> sign) {
        return (int) unit.slices().stream().filter(slice -> unit.window().contains(slice.sopInstanceUid()) && sign.test(slice)).count();
    }
}
