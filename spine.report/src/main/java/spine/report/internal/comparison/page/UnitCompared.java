package spine.report.internal.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spine.report.internal.comparison.change.Change;
import spine.report.internal.comparison.change.ChangeWords;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.TimePointResult;
import spine.report.internal.comparison.change.UnitSeries;
import spine.report.internal.comparison.picture.AlignedPictures;
import spine.report.internal.comparison.picture.PictureRow;
import spine.report.internal.drawing.UnitAnchor;

/**
 * A unit with its pictures side by side.
 *
 * @param anchor its id in the page
 * @param style of the style sheet
 * @param level its name
 * @param scores over time, such as {@code 9 → 3}
 * @param change with its sign
 * @param verdict what can be said of it
 * @param columns names of the time points
 * @param rows pictures, from right to left of the patient
 * @param lesions what became of those in its vertebrae
 */
record UnitCompared(String anchor, String style, String level, String scores, String change, String sign, String verdict,
        List<String> columns, List<Row> rows, List<LesionLine> lesions) {

    /** @param words where in the vertebra */
    record Row(String words, List<Picture> pictures) {

        static Row of(PictureRow row, List<TimePointResult> points) {
            return new Row(where(row.place()), IntStream.range(0, points.size())
                    .mapToObj(at -> new Picture(points.get(at).name(), row.cells().get(at))).toList());
        }
    }

    /** @param time name of the time point */
    record Picture(String time, PictureRow.Cell cell) {
    }

    /** @param lesions all of the comparison */
    static UnitCompared of(Comparison comparison, IndexSeries index, UnitSeries unit, AlignedPictures pictures, List<LesionLine> lesions) {
        Change change = comparison.change(index, unit, comparison.whole());
        ChangeStyle look = ChangeStyle.of(change);
        List<Row> rows = new ArrayList<>();
        pictures.rows(unit.level()).forEach(row -> rows.add(Row.of(row, comparison.points())));
        return new UnitCompared(anchor(unit), look.style() + (isSteady(unit) ? "" : " changed"), unit.level().label(),
                IntStream.range(0, unit.scores().size()).mapToObj(at -> ChangeWords.points(unit.value(at)))
                        .collect(Collectors.joining(" → ")), change.known() ? ChangeWords.signed(change.difference()) : "–", look.sign(),
                ChangeWords.brief(change), comparison.points().stream().map(point -> point.name()).toList(), rows,
                lesions.stream().filter(lesion -> lesion.liesIn(unit.level())).toList());
    }

    private static boolean isSteady(UnitSeries unit) {
        return IntStream.range(0, unit.scores().size()).mapToObj(unit::value).distinct().count() == 1;
    }

    static String anchor(UnitSeries unit) {
        return "unit-1-" + UnitAnchor.of(unit.level().label());
    }

    private static String where(double place) {
        return Math.abs(place) < 2 ? "middle" : ChangeWords.points(Math.round(Math.abs(place))) + " mm " + (place > 0 ? "left" : "right");
    }

    boolean lesioned() {
        return !lesions.isEmpty();
    }
}
