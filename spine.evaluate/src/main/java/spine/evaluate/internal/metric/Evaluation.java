package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import spine.agreement.decision.ConfusionMatrix;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.cohort.Cohort;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.StudyReport;

/**
 * All metrics of a set of studies.
 *
 * @param cohort the studies
 * @param total name of the main total, empty if there is none
 * @param sections metrics of all studies with a full truth; of the number of studies alone if there are none
 * @param partial metrics of studies with a partial truth
 * @param levels metrics of each level that some study shows, head to foot
 * @param subgroups parts of the studies
 * @param parts metrics of the subgroups, in their order
 */
public record Evaluation(Cohort cohort, String total, List<MetricSection> sections, List<MetricSection> partial,
        List<MetricSection> levels, List<Subgroup> subgroups, List<MetricSection> parts) {

    public static Evaluation of(Cohort cohort) {
        List<StudyPair> pairs = cohort.pairs();
        List<String> totals = ScoreTotals.names(pairs);
        String total = totals.isEmpty() ? "" : totals.get(0);
        List<MetricSection> sections = new ArrayList<>();
        sections.add(StudyMetrics.studies(cohort, total));
        if (!pairs.isEmpty()) {
            sections.addAll(complete(pairs, totals, total));
        }
        List<Subgroup> subgroups = Subgroups.of(pairs, total);
        return new Evaluation(cohort, total, List.copyOf(sections), PartialMetrics.of(cohort.partial()), levels(pairs),
                List.copyOf(subgroups), subgroups.stream().map(group -> SubgroupMetrics.of(group, total)).toList());
    }

    private static List<MetricSection> complete(List<StudyPair> pairs, List<String> totals, String total) {
        List<MetricSection> sections = new ArrayList<>();
        sections.add(StudyMetrics.levels(pairs));
        sections.add(StudyMetrics.patients(pairs, total));
        totals.forEach(name -> sections.add(ScoreAgreement.of("Score " + name, ScoreTotals.of(pairs, name))
                .with(IntervalMetrics.of(pairs, name))));
        sections.add(ClassificationMetrics.images(pairs));
        sections.add(StratifiedMetrics.extent(pairs));
        sections.add(ClassificationMetrics.units(pairs));
        sections.add(StratifiedMetrics.regions(pairs));
        sections.add(ClassificationMetrics.points(pairs));
        sections.add(SlicePointMetrics.of(pairs));
        MimicMetrics.of(pairs).ifPresent(sections::add);
        sections.add(SegmentationMetrics.of(pairs));
        return sections;
    }

    /** Indices and models that made the reports, with the number of reports each took part in. */
    public Map<String, Integer> provenance() {
        Map<String, Integer> provenance = new TreeMap<>();
        predictions().forEach(report -> report.provenance().forEach(maker -> provenance.merge(maker, 1, Integer::sum)));
        return provenance;
    }

    /** The reports of all evaluated studies. */
    public List<StudyReport> predictions() {
        return Stream.concat(cohort.pairs().stream().map(StudyPair::prediction), cohort.partial().stream().map(PartialPair::prediction))
                .toList();
    }

    /** The section of that title. */
    public MetricSection section(String title) {
        return sections.stream().filter(section -> section.title().equals(title)).findFirst().orElseThrow();
    }

    /** The sections of all studies, of partial truths, of the levels and of the subgroups. */
    public List<MetricSection> all() {
        List<MetricSection> all = new ArrayList<>(sections);
        all.addAll(partial);
        all.addAll(levels);
        all.addAll(parts);
        return all;
    }

    private static List<MetricSection> levels(List<StudyPair> pairs) {
        List<MetricSection> sections = new ArrayList<>();
        for (DiscLevel level : Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).sorted().toList()) {
            List<ConfusionMatrix> decisions = pairs.stream().filter(pair -> pair.truth().units().containsKey(level))
                    .map(pair -> ConfusionMatrix.NONE.with(pair.truth().units().get(level).score() > 0, pair.predicted(level).score() > 0))
                    .toList();
            if (!decisions.isEmpty()) {
                sections.add(ClassificationMetrics.level(level.label(), decisions));
            }
        }
        return List.copyOf(sections);
    }
}
