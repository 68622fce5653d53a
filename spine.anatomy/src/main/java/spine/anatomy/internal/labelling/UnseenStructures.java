package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Levels;
import spine.api.anatomy.DiscLevel;

/** What the labels say must be there and was not seen, or was seen and got no label; and how well the stations fit. */
final class UnseenStructures {
    /** Motion between stations from which the reader is told. Origin: first version. */
    private static final double SHIFT_WORTH_TELLING_MM = 5;

    private final SpinalColumn column;
    private final int[] level;
    private final Levels levels;
    private final LabelSequence labels;
    private final List<String> warnings = new ArrayList<>();

    UnseenStructures(SpinalColumn column, int[] level, Levels levels) {
        this.column = column;
        this.level = level;
        this.levels = levels;
        this.labels = new LabelSequence(level, levels);
        missing();
        stations();
    }

    /** Sentences for the reader of the report, from head to foot. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void missing() {
        for (int g = 0; g < level.length; g++) {
            if (level[g] < 0) {
                boolean between = IntStream.range(0, g).anyMatch(i -> level[i] >= 0)
                        && IntStream.range(g, level.length).anyMatch(i -> level[i] >= 0);
                if (between) {
                    warnings.add("A vertebra " + labels.place(g) + " was left without a name.");
                }
            } else if (column.body(g) == null || !column.body(g).present()) {
                boolean inside = g > 0 && g < level.length - 1;
                if (inside) {
                    warnings.add("No vertebral body was seen at " + levels.at(level[g]) + "; it was counted all the same.");
                }
            }
            if (g < level.length - 1 && level[g] >= 0 && level[g + 1] == level[g] + 1
                    && column.boundary(g).stream().noneMatch(Boundary::seen)) {
                warnings.add("No disc was seen at " + new DiscLevel(levels.at(level[g]), levels.at(level[g + 1]))
                        + "; its place was estimated.");
            }
        }
    }

    private void stations() {
        if (column.largestShiftMm() > SHIFT_WORTH_TELLING_MM) {
            warnings.add("The patient seems to have moved by about " + Math.round(column.largestShiftMm())
                    + " mm between stations.");
        }
        if (!column.doubtfulJoints().isEmpty()) {
            warnings.add("The stations do not overlap well enough to count across them with certainty.");
        }
    }
}
