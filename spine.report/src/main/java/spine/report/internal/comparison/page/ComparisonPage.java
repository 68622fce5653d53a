package spine.report.internal.comparison.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import spine.common.page.PageAsset;
import spine.report.internal.CardStatements;
import spine.report.internal.comparison.change.Change;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.LesionTrack.Fate;
import spine.report.internal.comparison.change.UnitSeries;
import spine.report.internal.comparison.change.Verdicts;
import spine.report.internal.comparison.picture.AlignedPictures;

/**
 * What {@code comparison.mustache} shows.
 *
 * @param style the style sheet
 * @param script what lets a reader choose, sort and turn pages
 * @param statements of the cards of the models
 * @param studies the time points
 * @param patient why the studies seem to be of different patients; empty if nothing says so
 * @param caveat what makes the verdict at the top doubtful, a sentence; empty if nothing does
 * @param counts lesions by what became of them
 * @param warnings sentences, may be empty
 * @param notes other sentences, may be empty
 * @param indices every index that all results have
 * @param chips the units with pictures from head to foot
 * @param units the same, what has changed most first
 * @param columns names of the time points
 * @param lesions what has become worse first
 * @param pixels definitions for the pictures
 */
record ComparisonPage(PageAsset style, PageAsset script, CardStatements statements, List<StudyLine> studies, Optional<String> patient,
        Optional<String> caveat, List<Count> counts, List<String> warnings, List<String> notes, List<IndexTable> indices,
        List<UnitCompared> chips, List<UnitCompared> units, List<String> columns, List<LesionLine> lesions, String pixels) {

    private static final int FEW = 5;

    record Count(String name, long lesions, String style) {
    }

    static ComparisonPage of(Comparison comparison, List<String> warnings, AlignedPictures pictures, PageAsset style, PageAsset script) {
        IndexSeries first = comparison.indices().get(0);
        List<LesionLine> lesions = comparison.lesions().stream().map(lesion -> LesionLine.of(lesion, comparison.whole()))
                .sorted(Comparator.comparing(LesionLine::fate)).toList();
        List<UnitSeries> drawn = first.units().stream().filter(unit -> pictures.show(unit.level())).toList();
        List<UnitCompared> units = drawn.parallelStream().map(unit -> UnitCompared.of(comparison, first, unit, pictures, lesions)).toList();
        List<UnitCompared> ranked = IntStream.range(0, units.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -rank(comparison, first, drawn.get(i)))).map(units::get).toList();
        return new ComparisonPage(style, script, CardStatements.of(comparison.points().stream()
                .flatMap(point -> point.archived().models().stream()).distinct().toList()),
                comparison.points().stream().map(point -> StudyLine.of(point, comparison.points().get(0))).toList(),
                comparison.checks().patient(), Verdicts.caveat(comparison), counts(comparison), warnings, comparison.checks().notes(),
                IntStream.range(0, comparison.indices().size()).mapToObj(at -> IndexTable.of(comparison, at, pictures)).toList(), units,
                ranked, comparison.points().stream().map(point -> point.name()).toList(), lesions, pictures.filters());
    }

    /** Changes first, by their size; then scores. */
    private static double rank(Comparison comparison, IndexSeries index, UnitSeries unit) {
        Change change = comparison.change(index, unit, comparison.whole());
        double score = unit.highestAt() < 0 ? 0 : unit.value(unit.highestAt());
        return (change.known() ? 1000 * Math.abs(change.difference()) : 0) + score;
    }

    private static List<Count> counts(Comparison comparison) {
        return List.of(count("New", comparison, Fate.NEW), count("Grown", comparison, Fate.GROWN),
                count("About the same", comparison, Fate.PERSISTING), count("Shrunk", comparison, Fate.SHRUNK),
                count("Resolved", comparison, Fate.RESOLVED));
    }

    private static Count count(String name, Comparison comparison, Fate fate) {
        return new Count(name, comparison.count(fate, comparison.whole()), fate.name().toLowerCase(Locale.ROOT));
    }

    /** Of which total the verdict at the top is. */
    TotalCard headline() {
        return indices.get(0).totals().get(0);
    }

    /** Whether names and pictures of all time points have room beside each other only if they are small. */
    boolean many() {
        return columns.size() > FEW;
    }

    /** Whether the time between studies is not known, so that nothing confirms their order. */
    boolean undated() {
        return studies.stream().skip(1).anyMatch(study -> !study.dated());
    }

    boolean warned() {
        return !warnings.isEmpty();
    }

    boolean drawn() {
        return !units.isEmpty();
    }

    boolean lesioned() {
        return !lesions.isEmpty();
    }
}
