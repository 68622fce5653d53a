package spine.phantom.internal.realism;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.realism.MarrowFeatures.Feature;
import spine.phantom.internal.standard.scan.Contrast;
import spine.phantom.internal.standard.study.PhantomStudy;

/**
 * The distance of the standard profile from real marrow: medians, and Wasserstein distances between the distributions over bodies from T10
 * to L5. It prints the table of docs/validation.md.
 */
class RealMarrowTest {
    private static final int STUDIES = 12;
    private static final long SEED = 970_000;
    private static final int UPPERMOST = 15;
    /** Real cases by contrast. */
    private static final Map<String, List<String>> REAL = Map.of(
            "STIR", List.of("VB1-03"),
            "T1", List.of("VB1-02"),
            "T2", List.of("VB1-12", "VB2-02", "VB2-04", "VB2-05", "VB2-06", "VB2-07", "VB2-08", "VB2-09"),
            "water GRE", List.of("VB3-01", "VB3-02", "VB3-03", "VB3-04", "VB3-05", "VB3-06", "VB3-07", "VB3-08"));

    @BeforeAll
    static void present() throws Exception {
        RealVolumes.middle("VB1-03");
    }

    @Test
    void isNearRealStir() throws Exception {
        Map<Feature, Double> distance = compare("STIR", null);
        assertTrue(distance.get(Feature.TEXTURE) < 0.1, "texture " + distance);
        assertTrue(distance.get(Feature.LAG_2) < 0.25, "correlation of the texture " + distance);
        assertTrue(distance.get(Feature.LINE) < 0.25, "dark line " + distance);
    }

    @Test
    void isNearRealT2() throws Exception {
        assertTrue(compare("T2", Contrast.T2).get(Feature.DISC) < 0.9, "discs of T2");
    }

    @Test
    void isNearRealT1() throws Exception {
        assertTrue(compare("T1", Contrast.T1).get(Feature.DISC) < 0.5, "discs of T1");
    }

    @Test
    void isNearRealWaterImages() throws Exception {
        assertTrue(compare("water GRE", Contrast.WATER).get(Feature.DISC) < 1, "discs of water images");
    }

    private static Map<Feature, Double> compare(String name, Contrast contrast) throws Exception {
        List<LabelledSlice> real = new ArrayList<>();
        for (String one : REAL.get(name)) {
            real.addAll(RealVolumes.middle(one));
        }
        MarrowFeatures here = new MarrowFeatures(real);
        MarrowFeatures there = new MarrowFeatures(phantom(contrast));
        Map<Feature, Double> distances = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            distances.put(feature, wasserstein(here.of(feature), there.of(feature)));
            System.out.printf("| %s | %s | %.2f | %.2f | %.2f |%n", name, feature.words(), at(here.of(feature), 0.5),
                    at(there.of(feature), 0.5), distances.get(feature));
        }
        return distances;
    }

    private static List<LabelledSlice> phantom(Contrast contrast) {
        List<LabelledSlice> slices = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            PhantomStudy study = new PhantomStudy(SEED + i);
            List<Grid> all = study.grids();
            Grid lowest = all.get(all.size() - 1);
            List<Grid> grids = List.of(lowest.excerpt(lowest.planes().size() / 2, 3));
            Scan scan = (contrast == null ? study.stir(grids) : study.of(contrast, grids)).get(0);
            for (int s = 0; s < scan.anatomy().length; s++) {
                byte[] anatomy = scan.anatomy()[s];
                byte[] level = scan.level()[s];
                slices.add(LabelledSlice.of(scan.stack().slices().get(s).pixels(), lowest.rows(), lowest.columns(),
                        lowest.planes().get(0).rowSpacing(), p -> (anatomy[p] == AnatomyClasses.VERTEBRA || anatomy[p] == AnatomyClasses.S1)
                                && level[p] >= UPPERMOST ? level[p] + 1 : 0));
            }
        }
        return slices;
    }

    /** Area between the two distribution functions. */
    private static double wasserstein(double[] one, double[] other) {
        double sum = 0;
        int steps = 1000;
        for (int i = 0; i < steps; i++) {
            double share = (i + 0.5) / steps;
            sum += Math.abs(at(one, share) - at(other, share));
        }
        return sum / steps;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }
}
