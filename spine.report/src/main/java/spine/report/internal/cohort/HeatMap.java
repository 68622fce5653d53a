package spine.report.internal.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import spine.api.anatomy.DiscLevel;
import spine.report.internal.drawing.ScoreColour;
import spine.report.internal.page.PageNumbers;
import spine.report.internal.summary.IndexSummary;

/**
 * All units of all studies as one index scores them.
 *
 * @param number counted from 0
 * @param index its name
 * @param total the first total of the index
 * @param columns the units that any study shows, from head to foot
 * @param rows in the order of the table of studies
 * @param colours what the colours mean
 */
record HeatMap(int number, String index, CohortTotal total, List<UnitColumn> columns, List<HeatRow> rows, List<ScoreColour.Step> colours) {
    /** Of a unit of SPARCC: four quadrants, depth and intensity on three slices (Maksymowych et al., Arthritis Rheum 2005;53:502). */
    private static final double SPARCC = 18;
    private static final double BAR = 250;
    private static final double ROW = 14;

    /**
     * A unit.
     *
     * @param number counted from 0
     * @param above in how many studies its score is above 0
     * @param shown how many studies show it
     * @param share the one over the other, percent
     * @param bar length of its bar in the drawing, where that of the highest share is as long as there is room
     * @param y place of its row there
     * @param text height of its words there
     */
    record UnitColumn(int number, String level, int above, int shown, String share, String bar, String y, String text) {
    }

    /** @param present whether the study shows the unit */
    record Cell(boolean present, String score, int step) {
    }

    /**
     * A study.
     *
     * @param total its first total
     */
    record HeatRow(StudyRow study, String total, List<Cell> cells) {
    }

    /** @param total the first of the index */
    static HeatMap of(CohortTotal total, List<StudyRow> rows) {
        TreeSet<DiscLevel> levels = new TreeSet<>();
        SortedMap<DiscLevel, int[]> counts = new TreeMap<>();
        double highest = 1;
        for (StudyRow row : rows) {
            for (Map.Entry<DiscLevel, Double> unit : units(total, row).entrySet()) {
                levels.add(unit.getKey());
                int[] count = counts.computeIfAbsent(unit.getKey(), level -> new int[2]);
                count[0]++;
                count[1] += unit.getValue() > 0 ? 1 : 0;
                highest = Math.max(highest, unit.getValue());
            }
        }
        double scale = total.indexId().equals("sparcc") ? SPARCC : highest;
        List<DiscLevel> columns = List.copyOf(levels);
        double most = counts.values().stream().mapToDouble(HeatMap::share).max().orElse(0);
        return new HeatMap(total.map(), total.index(), total, columns.stream().map(level -> column(columns.indexOf(level), level,
                counts.get(level), most)).toList(), rows.stream().map(row -> row(total, row, columns, scale)).toList(),
                ScoreColour.legend(scale));
    }

    private static double share(int[] counts) {
        return counts[1] / (double) counts[0];
    }

    private static UnitColumn column(int number, DiscLevel level, int[] counts, double most) {
        return new UnitColumn(number, level.label(), counts[1], counts[0], Figures.percent(counts[1], counts[0]),
                PageNumbers.atMost(most > 0 ? BAR * share(counts) / most : 0, 1), PageNumbers.atMost(number * ROW + 2, 1),
                PageNumbers.atMost(number * ROW + 11, 1));
    }

    private static HeatRow row(CohortTotal total, StudyRow row, List<DiscLevel> columns, double highest) {
        Map<DiscLevel, Double> units = units(total, row);
        List<Cell> cells = new ArrayList<>();
        for (DiscLevel level : columns) {
            double score = units.getOrDefault(level, Double.NaN);
            cells.add(Double.isNaN(score) ? new Cell(false, "", 0)
                    : new Cell(true, PageNumbers.atMost(score, 1), ScoreColour.of(score, highest).step()));
        }
        return new HeatRow(row, PageNumbers.atMost(total.in(row.study()), 1), cells);
    }

    private static Map<DiscLevel, Double> units(CohortTotal total, StudyRow row) {
        return total.index(row.study()).map(IndexSummary::units).orElse(Collections.emptySortedMap());
    }

    /** Of the drawing of shares. */
    String height() {
        return PageNumbers.atMost(columns.size() * ROW + 4, 0);
    }

    boolean first() {
        return number == 0;
    }

    /** Whether any study shows any unit. */
    boolean shown() {
        return !columns.isEmpty();
    }
}
