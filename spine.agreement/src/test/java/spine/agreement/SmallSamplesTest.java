package spine.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
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
import spine.agreement.mask.MaskGrid;
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

/** Whatever the few readings are, there is a finite estimate or one sentence. An estimate and its interval cannot be made of NaN. */
class SmallSamplesTest {
    private static final double C = Estimate.CONFIDENCE;
    private static final double[] VALUES = {0, 0, 0.1, 1, 1, 2, 3, 1e9, -1e-9, Double.NaN};

    @Test
    void everyStatisticIsFiniteOrSaysWhyNot() {
        SplittableRandom random = new SplittableRandom(1);
        int undefined = 0;
        int defined = 0;
        for (int sample = 0; sample < 200; sample++) {
            double[][] cells = new double[random.nextInt(6)][2 + random.nextInt(2)];
            for (double[] subject : cells) {
                for (int rater = 0; rater < subject.length; rater++) {
                    subject[rater] = VALUES[random.nextInt(VALUES.length)];
                }
            }
            for (Supplier<?> statistic : statistics(cells, random)) {
                try {
                    statistic.get();
                    defined++;
                } catch (UndefinedStatisticException reason) {
                    assertTrue(reason.getMessage().matches("[A-Z0-9][^.]*(\\.[^.]+)*\\."), reason.getMessage());
                    undefined++;
                }
            }
        }
        assertTrue(defined > 1000 && undefined > 1000, defined + " defined, " + undefined + " undefined");
    }

    private static double share(double p) {
        assertTrue(p >= 0 && p <= 1, "p = " + p);
        return p;
    }

    private static List<Supplier<?>> statistics(double[][] cells, SplittableRandom random) {
        Readings readings = Readings.of(cells);
        Pairs pairs = cells.length == 0 ? Pairs.of(new double[0], new double[0]) : readings.pair(0, 1);
        Categories categories = Categories.in(readings);
        CategoryCounts counts = CategoryCounts.of(readings, categories);
        ConfusionMatrix confusion = new ConfusionMatrix(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
        boolean[] truth = new boolean[pairs.n()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = random.nextBoolean();
        }
        BitSet mask = BitSet.valueOf(new long[] {random.nextInt(256)});
        BitSet other = BitSet.valueOf(new long[] {random.nextInt(256)});
        List<Supplier<?>> all = new ArrayList<>();
        for (IccForm form : IccForm.values()) {
            all.add(() -> new IntraclassCorrelation(readings.complete()).estimate(form, C));
        }
        for (LimitsInterval method : LimitsInterval.values()) {
            all.add(() -> new BlandAltman(pairs).lowerLimit(method, C));
            all.add(() -> new BlandAltman(pairs).upperLimit(method, C));
        }
        for (int power = 0; power < 3; power++) {
            CategoryWeights weights = List.of(CategoryWeights.unweighted(categories.size()), CategoryWeights.linear(categories.size()),
                    CategoryWeights.quadratic(categories.size())).get(power);
            all.add(() -> CohenKappa.of(pairs, categories, weights, C));
            all.add(() -> FleissKappa.of(counts, weights, C));
            all.add(() -> GwetAgreement.ac2(counts, weights, C));
        }
        for (Scale scale : Scale.values()) {
            all.add(() -> new KrippendorffAlpha(readings, scale).estimate());
            all.add(() -> new KrippendorffAlpha(readings, scale).estimate(Bootstrap.bca(20, 1, C)));
        }
        all.add(() -> Correlation.pearson(pairs, C));
        all.add(() -> Correlation.spearman(pairs, C));
        all.add(() -> Correlation.concordance(pairs, C));
        all.add(() -> new BlandAltman(pairs).bias(C));
        all.add(() -> new BlandAltman(pairs).sd(C));
        all.add(() -> share(ProportionalBias.of(pairs, C).p()));
        all.add(() -> MeasurementError.ofPairs(pairs, C));
        all.add(() -> MeasurementError.consistency(readings.complete(), C));
        all.add(() -> MeasurementError.agreement(readings.complete()));
        all.add(() -> SmallestDetectableChange.ofChangeScores(pairs, 2, C));
        all.add(() -> Responsiveness.effectSize(pairs, C));
        all.add(() -> Responsiveness.standardizedResponseMean(pairs, C));
        all.add(() -> Responsiveness.guyatt(pairs, pairs, C));
        all.add(() -> new GroupDifference(pairs.first(), pairs.second()).meanDifference(C));
        all.add(() -> new GroupDifference(pairs.first(), pairs.second()).hedgesG(C));
        all.add(() -> new RocArea(truth, pairs.first()).estimate(C));
        all.add(() -> share(RocArea.compare(truth, pairs.first(), pairs.second(), C).p()));
        all.add(() -> share(new GroupDifference(pairs.first(), pairs.second()).p()));
        all.add(() -> confusion.kappa(C));
        all.add(() -> confusion.sensitivity(C));
        all.add(() -> confusion.positiveLikelihoodRatio(C));
        all.add(() -> confusion.negativeLikelihoodRatio(C));
        all.add(() -> SurfaceDistance.of(MaskGrid.plane(4, 2, 1, 1), mask, other));
        return all;
    }
}
