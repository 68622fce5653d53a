package spine.phantom.internal.standard.lesion;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.standard.spine.Demographics;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.SpineBuilder;
import spine.phantom.internal.standard.spine.Vertebra;

class LesionsTest {
    private static final int PATIENTS = 150;

    private static Spine spine(long seed) {
        SeededRandom random = new SeededRandom(seed);
        return SpineBuilder.build(Demographics.draw(random.child("build")), random.child("spine"));
    }

    /** Least depths of the inflamed marrow under the nearer endplate, one of each inflamed body, mm. */
    private static List<Double> depths(Spine spine, Lesions lesions) {
        List<Double> depths = new ArrayList<>();
        BodyCoordinates point = new BodyCoordinates();
        for (int index : lesions.inflamed()) {
            Vertebra body = spine.vertebra(index);
            double least = Double.MAX_VALUE;
            for (double l = -20; l <= 20; l += 2) {
                for (double a = -18; a <= 18; a += 1.5) {
                    for (double c = -15; c <= 15; c += 0.5) {
                        Vec3 at = body.frame().toPatient(l, a, c);
                        body.locate(at.x(), at.y(), at.z(), point);
                        if (lesions.oedema(index, point)) {
                            least = Math.min(least, Math.min(point.fromUpper, point.fromLower));
                        }
                    }
                }
            }
            if (least < Double.MAX_VALUE) {
                depths.add(least);
            }
        }
        return depths;
    }

    @Test
    void someLesionsLieBehindTheirEndplate() {
        List<Double> depths = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            Spine spine = spine(seed);
            depths.addAll(depths(spine, Lesions.draw(spine, Cohort.TRAINING, TimePoint.FIRST, new SeededRandom(seed).child("lesions"))));
        }
        double back = depths.stream().filter(depth -> depth > 2).count() / (double) depths.size();
        assertTrue(back > 0.05 && back < 0.4, back + " of " + depths.size() + " bodies");
        assertTrue(depths.stream().anyMatch(depth -> depth > 4), "none as deep as behind thick sclerosis");
    }

    @Test
    void denseBoneIsNotInflamed() {
        BodyCoordinates point = new BodyCoordinates();
        int dense = 0;
        for (long seed = 0; seed < PATIENTS; seed++) {
            Spine spine = spine(seed);
            Lesions lesions = Lesions.draw(spine, Cohort.TRAINING, TimePoint.FIRST, new SeededRandom(seed).child("lesions"));
            for (int index : lesions.inflamed()) {
                for (double c = -12; c <= 12; c += 0.5) {
                    Vec3 at = spine.vertebra(index).frame().toPatient(0, 0, c);
                    spine.vertebra(index).locate(at.x(), at.y(), at.z(), point);
                    for (Lesion lesion : lesions.of(index)) {
                        if (lesion.kind() == Lesion.Kind.SCLEROSIS && lesion.severity() > 0.9 && lesions.weight(lesion, point) > 0.9) {
                            assertFalse(lesions.oedema(index, point), "seed " + seed);
                            dense++;
                        }
                    }
                }
            }
        }
        assertTrue(dense > 20, "only " + dense + " dense points in inflamed bodies");
    }

    @Test
    void trainingsSeeMoreAndBrighterInflammationThanAClinic() {
        double[] sites = new double[Cohort.values().length];
        double[] bright = new double[Cohort.values().length];
        for (Cohort cohort : Cohort.values()) {
            for (long seed = 0; seed < PATIENTS; seed++) {
                for (Lesion lesion : InflammatoryLesions.draw(spine(seed), cohort, new SeededRandom(seed).child("inflammation"))) {
                    boolean counts = lesion.kind() == Lesion.Kind.OEDEMA;
                    sites[cohort.ordinal()] += counts ? 1 : 0;
                    bright[cohort.ordinal()] += counts && lesion.severity() > 0.9 ? 1 : 0;
                }
            }
        }
        for (int cohort = 1; cohort < sites.length; cohort++) {
            assertTrue(sites[cohort] > 1.3 * sites[cohort - 1], Cohort.values()[cohort] + ": " + sites[cohort]);
            assertTrue(bright[cohort] > 1.5 * bright[cohort - 1], Cohort.values()[cohort] + ": " + bright[cohort]);
        }
    }

    @Test
    void haemangiomasAreBrightInStripesInSomeBodies() {
        int striped = 0;
        BodyCoordinates point = new BodyCoordinates();
        for (long seed = 0; seed < PATIENTS; seed++) {
            Spine spine = spine(seed);
            Lesions lesions = Lesions.draw(spine, Cohort.CLINIC, TimePoint.FIRST, new SeededRandom(seed).child("lesions"));
            for (int index = 2; index < 22; index++) {
                for (Lesion lesion : lesions.of(index)) {
                    if (lesion.type() != LesionType.HAEMANGIOMA || lesion.kind() != Lesion.Kind.MIMIC) {
                        continue;
                    }
                    int changes = 0;
                    boolean before = false;
                    for (double a = -18; a <= 18; a += 0.25) {
                        Vec3 at = spine.vertebra(index).frame().toPatient(0, a, 0);
                        spine.vertebra(index).locate(at.x(), at.y(), at.z(), point);
                        boolean inside = lesions.weight(lesion, point) > 0.5;
                        changes += inside != before ? 1 : 0;
                        before = inside;
                    }
                    striped += changes >= 6 ? 1 : 0;
                }
            }
        }
        assertTrue(striped >= 3, "only " + striped);
    }
}
