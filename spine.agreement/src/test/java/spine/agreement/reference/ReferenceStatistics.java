package spine.agreement.reference;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.category.Categories;
import spine.agreement.category.CategoryCounts;
import spine.agreement.category.CategoryWeights;
import spine.agreement.category.CohenKappa;
import spine.agreement.category.FleissKappa;
import spine.agreement.category.GwetAgreement;
import spine.agreement.category.KrippendorffAlpha;
import spine.agreement.category.Scale;
import spine.agreement.change.GroupDifference;
import spine.agreement.change.Responsiveness;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.decision.RocArea;
import spine.agreement.decision.RocComparison;
import spine.agreement.mask.MaskGrid;
import spine.agreement.mask.MaskOverlap;
import spine.agreement.mask.SurfaceDistance;
import spine.agreement.resampling.Bootstrap;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.Correlation;
import spine.agreement.score.IccForm;
import spine.agreement.score.IntraclassCorrelation;
import spine.agreement.score.LimitsInterval;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.ProportionalBias;
import spine.agreement.score.SmallestDetectableChange;

/** All statistics of a generated set by their names in reference.csv. */
final class ReferenceStatistics {
    private static final double C = Estimate.CONFIDENCE;

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final ReferenceSet set;

    private ReferenceStatistics(ReferenceSet set) {
        this.set = set;
    }

    static Map<String, Double> of(int number) throws IOException {
        ReferenceStatistics statistics = new ReferenceStatistics(new ReferenceSet("set-%02d.csv".formatted(number)));
        statistics.scores();
        statistics.categories();
        statistics.decisions();
        statistics.changes();
        statistics.masks(new ReferenceSet("masks-%02d.csv".formatted(number)), number % 2 == 0 ? 1 : 3);
        if (number == 8) {
            statistics.bootstraps();
        }
        return statistics.values;
    }

    private void scores() {
        Readings complete = set.readings("r").complete();
        IntraclassCorrelation icc = new IntraclassCorrelation(complete);
        for (IccForm form : IccForm.values()) {
            put("icc" + form.shroutFleiss().replaceAll("\\D*(\\d),(.)\\)", "$1$2"), icc.estimate(form, C));
        }
        put("sem.consistency", MeasurementError.consistency(complete, C));
        put("sem.agreement", MeasurementError.agreement(complete));
        Pairs pairs = set.readings("r").pair(0, 1);
        put("pearson", Correlation.pearson(pairs, C));
        put("spearman", Correlation.spearman(pairs, C));
        put("ccc", Correlation.concordance(pairs, C));
        BlandAltman differences = new BlandAltman(pairs);
        put("bias", differences.bias(C));
        put("sd", differences.sd(C));
        Map.of("1986", LimitsInterval.APPROXIMATE_1986, "1999", LimitsInterval.APPROXIMATE_1999, "exact", LimitsInterval.EXACT)
                .forEach((name, method) -> {
                    put("limit.lower." + name, differences.lowerLimit(method, C));
                    put("limit.upper." + name, differences.upperLimit(method, C));
                });
        ProportionalBias bias = ProportionalBias.of(pairs, C);
        put("slope", bias.slope());
        put("intercept", bias.intercept());
        values.put("slope.p", bias.p());
        put("sem.pairs", MeasurementError.ofPairs(pairs, C));
        put("sdc.devet", SmallestDetectableChange.ofError(MeasurementError.ofPairs(pairs, C)));
        put("sdc.changes", SmallestDetectableChange.ofChangeScores(Pairs.of(changes("f1", "r1"), changes("f2", "r2")), 2, C));
    }

    private double[] changes(String later, String before) {
        double[] one = set.numbers(later);
        double[] other = set.numbers(before);
        return IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).toArray();
    }

    private void categories() {
        Categories scale = Categories.of(0, 1, 2, 3);
        CategoryWeights plain = CategoryWeights.unweighted(4);
        CategoryWeights quadratic = CategoryWeights.quadratic(4);
        Pairs pairs = set.pairs("c1", "c2");
        put("kappa", CohenKappa.of(pairs, scale, plain, C));
        put("kappa.linear", CohenKappa.of(pairs, scale, CategoryWeights.linear(4), C));
        put("kappa.quadratic", CohenKappa.of(pairs, scale, quadratic, C));
        Readings readings = set.readings("c");
        CategoryCounts counts = CategoryCounts.of(readings, scale);
        put("fleiss", FleissKappa.of(counts, plain, C));
        put("fleiss.quadratic", FleissKappa.of(counts, quadratic, C));
        put("ac1", GwetAgreement.ac1(counts, C));
        put("ac2.linear", GwetAgreement.ac2(counts, CategoryWeights.linear(4), C));
        put("ac2.quadratic", GwetAgreement.ac2(counts, quadratic, C));
        for (Scale each : Scale.values()) {
            put("alpha." + each.name().toLowerCase(Locale.ROOT), new KrippendorffAlpha(readings, each).estimate());
        }
        put("alpha.scores", new KrippendorffAlpha(set.readings("r"), Scale.INTERVAL).estimate());
    }

    private void decisions() {
        double[] inflamed = set.numbers("inflamed");
        double[] scores = set.numbers("t1");
        boolean[] truth = new boolean[inflamed.length];
        ConfusionMatrix counts = ConfusionMatrix.NONE;
        for (int i = 0; i < truth.length; i++) {
            truth[i] = inflamed[i] == 1;
            counts = counts.with(truth[i], scores[i] > 0.5);
        }
        put("auc", new RocArea(truth, scores).estimate(C));
        RocComparison comparison = RocArea.compare(truth, scores, set.numbers("t2"), C);
        put("auc.difference", comparison.difference());
        values.put("auc.p", comparison.p());
        put("sensitivity", counts.sensitivity(C));
        put("specificity", counts.specificity(C));
        put("ppv", counts.positivePredictiveValue(C));
        put("npv", counts.negativePredictiveValue(C));
        put("accuracy", counts.accuracy(C));
        if (counts.falsePositive() > 0) {
            put("lr.positive", counts.positiveLikelihoodRatio(C));
        }
        if (counts.trueNegative() > 0) {
            put("lr.negative", counts.negativeLikelihoodRatio(C));
        }
    }

    private void changes() {
        put("es", Responsiveness.effectSize(set.pairs("r1", "f1"), C));
        put("srm", Responsiveness.standardizedResponseMean(set.pairs("r1", "f1"), C));
        put("guyatt", Responsiveness.guyatt(arm("a", "r1", "f1"), arm("b", "r1", "f1"), C));
        GroupDifference arms = new GroupDifference(arm("a", "f1", "r1").differences(), arm("b", "f1", "r1").differences());
        put("welch", arms.meanDifference(C));
        values.put("welch.p", arms.p());
        put("cohen.d", arms.cohenD(C));
        put("hedges.g", arms.hedgesG(C));
    }

    private Pairs arm(String arm, String first, String second) {
        int[] members = IntStream.range(0, set.texts("arm").length).filter(i -> set.texts("arm")[i].equals(arm)).toArray();
        return Pairs.of(Arrays.stream(members).mapToDouble(i -> set.numbers(first)[i]).toArray(),
                Arrays.stream(members).mapToDouble(i -> set.numbers(second)[i]).toArray());
    }

    private void masks(ReferenceSet voxels, int slices) {
        BitSet first = new BitSet();
        BitSet second = new BitSet();
        for (int i = 0; i < voxels.numbers("x").length; i++) {
            int at = (int) ((voxels.numbers("z")[i] * 10 + voxels.numbers("y")[i]) * 12 + voxels.numbers("x")[i]);
            first.set(at, voxels.numbers("first")[i] == 1);
            second.set(at, voxels.numbers("second")[i] == 1);
        }
        values.put("dice", MaskOverlap.of(first, second).dice());
        values.put("jaccard", MaskOverlap.of(first, second).jaccard());
        SurfaceDistance distance = SurfaceDistance.of(new MaskGrid(12, 10, slices, 0.7, 0.9, 3.3), first, second);
        values.put("hausdorff", distance.hausdorff());
        values.put("hd95", distance.hausdorff95());
        values.put("assd", distance.average());
    }

    private void bootstraps() {
        double[] first = Arrays.copyOf(set.numbers("r1"), 12);
        double[] second = Arrays.copyOf(set.numbers("r2"), 12);
        put("bootstrap.percentile", Bootstrap.percentile(400, 7, C)
                .weighted(12, times -> Correlation.pearson(drawn(first, second, times), C).value()).estimate());
        put("bootstrap.bca", Bootstrap.bca(400, 7, C)
                .weighted(12, times -> Correlation.pearson(drawn(first, second, times), C).value()).estimate());
    }

    private static Pairs drawn(double[] first, double[] second, int[] times) {
        int[] members = IntStream.range(0, times.length).flatMap(i -> IntStream.generate(() -> i).limit(times[i])).toArray();
        return Pairs.of(Arrays.stream(members).mapToDouble(i -> first[i]).toArray(),
                Arrays.stream(members).mapToDouble(i -> second[i]).toArray());
    }

    private void put(String name, Estimate estimate) {
        values.put(name, estimate.value());
        estimate.interval().ifPresent(interval -> {
            values.put(name + ".lower", interval.lower());
            values.put(name + ".upper", interval.upper());
        });
    }
}
