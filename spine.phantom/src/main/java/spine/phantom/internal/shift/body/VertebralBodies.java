package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.lesion.Lesion;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.prior.MarrowPriors;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Vertebral bodies with their cortex, marrow and marrow changes. Immutable. */
final class VertebralBodies {
    /** Share of fat by which red marrow differs from the marrow around it, and share of blood, from which truth calls it so. */
    private static final double RED = 0.1;
    private static final double BLOOD = 0.3;

    private final Lesions lesions;
    private final RandomFields fields;
    private final Spine spine;
    private final double[] fat;
    private final int s1;
    private final double mottled;
    private final double islands;
    private final double veins;
    private final double endplate;

    VertebralBodies(Spine spine, Lesions lesions, RandomFields fields, MarrowPriors priors, SeededRandom random) {
        this.spine = spine;
        s1 = spine.sequence().s1();
        fat = new double[spine.sequence().count()];
        this.lesions = lesions;
        this.fields = fields;
        Demographics demographics = spine.demographics();
        double mean = 0.24 + 0.006 * (demographics.age() - 18) + priors.fat().draw(random);
        for (int i = 0; i < fat.length; i++) {
            int usual = spine.sequence().usual(i);
            double region = usual < Levels.T1 ? 0.05 : usual < Levels.L1 ? 0 : 0.012 * (usual - Levels.L1);
            fat[i] = mean + region + priors.scatter().draw(random);
        }
        mottled = priors.mottling().draw(random);
        islands = random.chance(priors.islands()) ? priors.island().draw(random) : 0;
        veins = priors.veins().draw(random);
        endplate = priors.endplate().draw(random.child("endplates"));
    }

    /** Fills {@code sample} for a point inside the body of the vertebra. */
    void body(int vertebra, BodyCoordinates p, TissueSample sample) {
        sample.level = vertebra;
        sample.label = AnatomyClasses.ofVertebra(vertebra, s1);
        sample.oedema = lesions.oedema(vertebra, p);
        double shell = vertebra > s1 ? 0.5 : endplate;
        boolean cortex = p.dens ? p.fromSide < 0.9
                : p.fromUpper < (vertebra == 0 ? -1 : shell) || p.fromLower < shell || p.fromFront < 0.8 || p.fromBack < 0.6
                        || p.fromSide < 0.7;
        if (cortex) {
            sample.tissue = Tissue.CORTEX;
            return;
        }
        marrow(vertebra, p, 0, sample);
        vein(vertebra, p, sample);
        changes(vertebra, p, sample);
        sample.mimic = sample.oedema ? 0 : sample.mimic;
    }

    /**
     * Fills {@code sample} with marrow of the vertebra.
     *
     * @param fatter added to its fat fraction
     */
    void marrow(int vertebra, BodyCoordinates p, double fatter, TissueSample sample) {
        sample.tissue = Tissue.MARROW;
        double x = p.left;
        double y = p.anterior + 40 * vertebra;
        double trabeculae = fields.fine().at(x / 1.1, y / 1.1, p.cranial / 3.2);
        double patch = islands == 0 ? 0 : islands * Math.max(0, fields.smooth().at(x / 2.5, y / 2.5, p.cranial / 2.5) - 0.3);
        double share = fat[vertebra] + fatter + mottled * trabeculae - patch;
        sample.fat = Math.max(0.08, Math.min(0.92, share));
        sample.mimic = patch > RED ? LesionType.RED_MARROW.mimic() : 0;
    }

    /** The basivertebral vein: a trunk at the posterior wall that forks to both sides. */
    private void vein(int vertebra, BodyCoordinates p, TissueSample sample) {
        if (vertebra == 0 || vertebra >= s1) {
            return;
        }
        double reach = 1.2 * spine.vertebra(vertebra).halfDepth();
        double deep = p.fromBack / reach;
        if (deep < 1) {
            double fork = Math.abs(Math.abs(p.left) - 5.5 * deep * deep);
            double thick = 1.9 * (1 - 0.7 * deep);
            double off = Math.sqrt(fork * fork * 0.5 + p.cranial * p.cranial);
            if (off < thick) {
                sample.changed = veins * Math.min(1, (thick - off) * 1.5);
                sample.severity = 0.85;
                sample.mimic = sample.changed > BLOOD ? LesionType.BASIVERTEBRAL_VEIN.mimic() : sample.mimic;
            }
        }
    }

    private void changes(int vertebra, BodyCoordinates p, TissueSample sample) {
        for (Lesion lesion : lesions.of(vertebra)) {
            double inside = lesions.inside(lesion, p);
            double weight = lesion.weight(inside);
            if (weight <= 0) {
                continue;
            }
            switch (lesion.kind()) {
                case OEDEMA, MIMIC -> {
                    double severity = lesion.severity(inside) * (1 + 0.08 * fields.fine().at(p.left / 1.5, p.anterior / 1.5,
                            p.cranial / 1.5));
                    if (weight * severity > sample.changed * sample.severity) {
                        sample.changed = weight;
                        sample.severity = Math.max(0, Math.min(1, severity));
                        sample.mimic = inside > 0 ? lesion.type().mimic() : sample.mimic;
                    }
                }
                case SCLEROSIS -> sample.gain *= 1 - weight * lesion.severity(inside);
                case EROSION -> {
                    if (weight > 0.5) {
                        sample.tissue = Tissue.LIGAMENT;
                        sample.mimic = 0;
                        return;
                    }
                }
                case FAT -> sample.fat += (0.93 - sample.fat) * weight;
                case ENDPLATE_DEFECT -> {
                    if (weight > 0.5) {
                        sample.tissue = Tissue.DISC;
                        sample.wet = 0.35;
                        sample.mimic = lesion.type().mimic();
                        return;
                    }
                }
                default -> throw new IllegalStateException("no rule for " + lesion.kind());
            }
        }
    }
}
