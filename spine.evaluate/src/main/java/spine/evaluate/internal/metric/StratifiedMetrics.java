package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import spine.agreement.decision.ConfusionMatrix;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.study.ImagePair;
import spine.evaluate.internal.study.StackGeometry;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** Detection by extent of the inflammation on the image, and by region of the spine. */
final class StratifiedMetrics {
    /** Areas at which a new band begins, mm2. */
    private static final int[] AREAS = {0, 25, 50, 100, 200};

    private StratifiedMetrics() {
    }

    /** Sensitivity on inflamed images by the area of the true oedema. */
    static MetricSection extent(List<StudyPair> pairs) {
        List<Metric> metrics = new ArrayList<>();
        for (int band = 0; band < AREAS.length; band++) {
            double from = AREAS[band];
            double to = band + 1 < AREAS.length ? AREAS[band + 1] : Double.POSITIVE_INFINITY;
            List<ConfusionMatrix> patients = pairs.stream().map(pair -> images(pair, from, to)).toList();
            String range = band + 1 < AREAS.length ? AREAS[band] + " to below " + AREAS[band + 1] : AREAS[band] + " or more";
            metrics.add(named("sensitivity, " + range + " mm2", ClusteredProportions.sensitivity(patients, "images with inflammation")));
        }
        return new MetricSection("Images by area of true oedema", metrics);
    }

    /** Units of the cervical spine (to C7/T1), the thoracic (to T12/L1) and the lumbar. */
    static MetricSection regions(List<StudyPair> pairs) {
        List<Metric> metrics = new ArrayList<>();
        metrics.addAll(region(pairs, "cervical", Vertebra.C2, Vertebra.C7));
        metrics.addAll(region(pairs, "thoracic", Vertebra.T1, Vertebra.T13));
        metrics.addAll(region(pairs, "lumbar", Vertebra.L1, Vertebra.L6));
        return new MetricSection("Units by region", metrics);
    }

    private static List<Metric> region(List<StudyPair> pairs, String name, Vertebra first, Vertebra last) {
        List<ConfusionMatrix> patients = pairs.stream().map(pair -> {
            ConfusionMatrix confusion = ConfusionMatrix.NONE;
            for (Map.Entry<DiscLevel, UnitFinding> unit : pair.truth().units().entrySet()) {
                if (unit.getKey().upper().compareTo(first) >= 0 && unit.getKey().upper().compareTo(last) <= 0) {
                    confusion = confusion.with(unit.getValue().score() > 0, pair.predicted(unit.getKey()).score() > 0);
                }
            }
            return confusion;
        }).toList();
        return List.of(named(name + " sensitivity", ClusteredProportions.sensitivity(patients, "units above 0")),
                named(name + " specificity", ClusteredProportions.specificity(patients, "units at 0")));
    }

    private static ConfusionMatrix images(StudyPair pair, double from, double to) {
        double pixel = pair.truth().stacks().stream().mapToDouble(StackGeometry::pixelMm).average().orElse(Double.NaN);
        ConfusionMatrix confusion = ConfusionMatrix.NONE;
        for (ImagePair image : pair.images()) {
            double area = image.oedema().first() * pixel * pixel;
            if (image.truth().inflamed() && area >= from && area < to) {
                confusion = confusion.with(true, image.prediction().inflamed());
            }
        }
        return confusion;
    }

    private static Metric named(String name, Metric metric) {
        return new Metric(name, metric.estimate(), metric.decimals(), metric.basis());
    }
}
