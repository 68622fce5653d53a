package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.score.Correlation;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.SmallestDetectableChange;
import spine.api.model.ChangeRule;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.study.FollowUp;

/** Whether the smallest detectable change of a model holds, and what becomes of true changes. */
public final class ChangeMetrics {
    private final List<FollowUp> all;
    private final List<FollowUp> unchanged;

    /** @param all at least one */
    public ChangeMetrics(List<FollowUp> all) {
        this.all = all;
        unchanged = all.stream().filter(FollowUp::unchanged).toList();
    }

    /** A section for each total of the rule, and one for single units. */
    public List<MetricSection> under(ChangeRule rule) {
        List<MetricSection> sections = new ArrayList<>();
        rule.totals().forEach((total, detectable) -> sections.add(total(total, detectable)));
        sections.add(units(rule.unit()));
        return sections;
    }

    private MetricSection total(String total, double detectable) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(stated(detectable));
        metrics.add(share("unchanged pairs within it", unchanged, pair -> Math.abs(pair.change(total)) <= detectable));
        Pairs readings = pairs(unchanged.stream().map(pair -> new double[] {pair.before().total(total), pair.now().total(total)}).toList());
        metrics.add(measured(readings));
        metrics.add(Metric.points("unchanged pairs: mean change", MetricValue.redrawn(draws -> draws.of(unchanged,
                drawn -> drawn.stream().mapToDouble(pair -> pair.change(total)).average().orElse(Double.NaN))),
                "of " + unchanged.size() + " pairs"));
        List<FollowUp> beyond = all.stream().filter(pair -> Math.abs(pair.trueChange(total)) > detectable).toList();
        metrics.add(share("true change beyond it: sign right", beyond, pair -> signRight(pair, total)));
        metrics.add(share("true change beyond it: found beyond it too", beyond, pair -> found(pair, total, detectable)));
        List<FollowUp> important = all.stream().filter(pair -> Math.abs(pair.trueChange(total)) >= ScoreAgreement.IMPORTANT).toList();
        metrics.add(share("true change of 5 points or more: sign right", important, pair -> signRight(pair, total)));
        metrics.add(share("true change of 5 points or more: found beyond it", important, pair -> found(pair, total, detectable)));
        List<double[]> changes = all.stream().filter(pair -> !pair.unchanged())
                .map(pair -> new double[] {pair.trueChange(total), pair.change(total)}).toList();
        metrics.add(Metric.ratio("changed pairs: ICC(2,1) of the change", confidence -> ScoreAgreement.agreement(changes, confidence),
                "n = " + changes.size()));
        metrics.add(Metric.ratio("changed pairs: Pearson r of the change", confidence -> Correlation.pearson(pairs(changes), confidence),
                "n = " + changes.size()));
        return new MetricSection("Change of " + total, metrics);
    }

    private MetricSection units(double detectable) {
        List<Double> changes = unchanged.stream().flatMap(pair -> pair.unitChanges().stream()).toList();
        long within = changes.stream().filter(change -> Math.abs(change) <= detectable).count();
        return new MetricSection("Change of single units", List.of(stated(detectable),
                Metric.ratio("units of unchanged pairs within it", MetricValue.of(within / (double) changes.size()),
                        within + " of " + changes.size() + " units")));
    }

    private static Metric stated(double detectable) {
        return Metric.points("smallest detectable change", MetricValue.of(detectable), "of the model, points");
    }

    private static Metric measured(Pairs readings) {
        return Metric.points("unchanged pairs: 1.96 SD of the change", confidence -> SmallestDetectableChange.ofError(
                MeasurementError.ofPairs(readings, confidence)), "smallest detectable change of de Vet, n = " + readings.n());
    }

    private static Metric share(String name, List<FollowUp> pairs, Predicate<FollowUp> hit) {
        long hits = pairs.stream().filter(hit).count();
        return Metric.share(name, hits, pairs.size(), hits + " of " + pairs.size() + " pairs");
    }

    /** No change at all has no sign. */
    private static boolean signRight(FollowUp pair, String total) {
        return pair.change(total) * pair.trueChange(total) > 0;
    }

    private static boolean found(FollowUp pair, String total, double detectable) {
        return signRight(pair, total) && Math.abs(pair.change(total)) > detectable;
    }

    private static Pairs pairs(List<double[]> scores) {
        return ScoreAgreement.pairs(scores);
    }
}
