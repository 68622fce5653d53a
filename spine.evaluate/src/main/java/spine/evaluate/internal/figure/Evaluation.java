package spine.evaluate.internal.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.study.Cohort;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.stats.Confusion;

/**
 * All figures of a set of studies.
 *
 * @param cohort the studies
 * @param total name of the main total, empty if there is none
 * @param sections figures of all studies
 * @param levels figures of each level that some study shows, head to foot
 * @param subgroups parts of the studies
 * @param parts figures of the subgroups, in their order
 */
public record Evaluation(Cohort cohort, String total, List<Section> sections, List<Section> levels, List<Subgroup> subgroups,
        List<Section> parts) {

    public static Evaluation of(Cohort cohort) {
        List<StudyPair> pairs = cohort.pairs();
        List<String> totals = Totals.names(pairs);
        String total = totals.isEmpty() ? "" : totals.get(0);
        List<Section> sections = new ArrayList<>();
        sections.add(StudyFigures.studies(cohort, total));
        sections.add(StudyFigures.levels(pairs));
        sections.add(StudyFigures.patients(pairs, total));
        totals.forEach(name -> sections.add(ScoreFigures.of("Score " + name, Totals.of(pairs, name))));
        sections.add(DecisionFigures.images(pairs));
        sections.add(DetailFigures.extent(pairs));
        sections.add(DecisionFigures.units(pairs));
        sections.add(DetailFigures.regions(pairs));
        sections.add(DecisionFigures.points(pairs));
        sections.add(MaskFigures.of(pairs));
        List<Subgroup> subgroups = Subgroups.of(pairs, total);
        return new Evaluation(cohort, total, List.copyOf(sections), levels(pairs), List.copyOf(subgroups),
                subgroups.stream().map(group -> SubgroupFigures.of(group, total)).toList());
    }

    /** Indices and models that made the reports, by how many of them. */
    public Map<String, Integer> makers() {
        Map<String, Integer> makers = new TreeMap<>();
        cohort.pairs().forEach(pair -> pair.prediction().makers().forEach(maker -> makers.merge(maker, 1, Integer::sum)));
        return makers;
    }

    /** The section of that title. */
    public Section section(String title) {
        return sections.stream().filter(section -> section.title().equals(title)).findFirst().orElseThrow();
    }

    /** All figures there are. */
    public List<Section> all() {
        List<Section> all = new ArrayList<>(sections);
        all.addAll(levels);
        all.addAll(parts);
        return all;
    }

    private static List<Section> levels(List<StudyPair> pairs) {
        List<Section> sections = new ArrayList<>();
        for (DiscLevel level : DiscLevel.ALL) {
            List<Confusion> decisions = pairs.stream().filter(pair -> pair.truth().units().containsKey(level))
                    .map(pair -> Confusion.NONE.with(pair.truth().units().get(level).score() > 0, pair.predicted(level).score() > 0)).toList();
            if (!decisions.isEmpty()) {
                sections.add(DecisionFigures.level(level.label(), decisions));
            }
        }
        return List.copyOf(sections);
    }
}
