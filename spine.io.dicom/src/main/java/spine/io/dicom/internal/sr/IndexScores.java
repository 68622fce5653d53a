package spine.io.dicom.internal.sr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spine.api.anatomy.DiscLevel;
import spine.api.report.ReportedScore;
import spine.api.report.ReportedUnit;
import spine.api.score.Quadrant;
import spine.api.score.ScoreInterval;
import spine.api.score.SliceFinding;
import spine.io.dicom.internal.result.CodedConcept;

/** Gathers what a report says of one index. For one thread. */
final class IndexScores {
    private final String index;
    private final String version;
    private final Map<String, Double> totals = new LinkedHashMap<>();
    private final List<ReportedUnit> units = new ArrayList<>();
    private final Map<String, Double> lower = new HashMap<>();
    private final Map<String, Double> upper = new HashMap<>();

    IndexScores(String index, String version) {
        this.index = index;
        this.version = version;
    }

    /** @param numbers measurements of the whole spine by this index */
    void addTotals(List<ContentNode> numbers) {
        for (ContentNode number : numbers) {
            SrCodes.totalOf(number.name()).ifPresent(name -> totals.put(name.get(1), number.number()));
        }
        for (ContentNode number : numbers) {
            for (String name : totals.keySet()) {
                if (number.name().means(SrCodes.end(index, name, false))) {
                    lower.put(name, number.number());
                } else if (number.name().means(SrCodes.end(index, name, true))) {
                    upper.put(name, number.number());
                }
            }
        }
    }

    /** @param numbers measurements of the unit by this index */
    void addUnit(DiscLevel level, double confidence, List<ContentNode> numbers) {
        double score = Double.NaN;
        List<String> window = new ArrayList<>();
        List<SliceFinding> slices = new ArrayList<>();
        Map<String, Double> measures = new LinkedHashMap<>();
        for (ContentNode number : numbers) {
            if (number.name().means(SrCodes.unit(index))) {
                score = number.number();
            } else if (number.name().means(SrCodes.slice(index))) {
                addSlice(number, window, slices);
            } else {
                SrCodes.measureOf(number.name()).ifPresent(name -> measures.put(name.get(1), number.number()));
            }
        }
        boolean present = !Double.isNaN(score);
        units.add(new ReportedUnit(level, present, present ? confidence : 0, present ? score : 0, window, slices, measures));
    }

    private static void addSlice(ContentNode number, List<String> window, List<SliceFinding> slices) {
        String image = number.image().orElse("");
        Set<String> signs = new HashSet<>();
        number.children(SrCodes.SIGN).stream().map(ContentNode::code).map(CodedConcept::value).forEach(signs::add);
        if (signs.contains(SrCodes.WINDOW.value())) {
            window.add(image);
        }
        Set<Quadrant> quadrants = EnumSet.noneOf(Quadrant.class);
        Arrays.stream(Quadrant.values()).filter(quadrant -> signs.contains(UnitGroups.sign(quadrant).value())).forEach(quadrants::add);
        if (!quadrants.isEmpty()) {
            slices.add(new SliceFinding(image, quadrants, signs.contains(SrCodes.DEEP.value()), signs.contains(SrCodes.INTENSE.value()),
                    number.number(SrCodes.DEPTH), number.number(SrCodes.AREA), number.number(SrCodes.INTENSITY)));
        }
    }

    ReportedScore score() {
        Map<String, ScoreInterval> intervals = new LinkedHashMap<>();
        totals.keySet().stream().filter(name -> lower.containsKey(name) && upper.containsKey(name))
                .forEach(name -> intervals.put(name, new ScoreInterval(lower.get(name), upper.get(name))));
        return new ReportedScore(index, version, totals, intervals, units);
    }
}
