package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.lesion.Lesion;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.Vertebra;
import spine.phantom.internal.shift.tissue.Tissue;

/** Bodies with their marrow and its changes. */
final class VertebralBodies {
    private final Lesions marks;
    private final RandomFields textures;
    private final Spine spine;
    private final double[] fat = new double[Levels.COUNT];
    private final double mottled;
    private final double islands;
    private final double veins;

    VertebralBodies(Spine spine, Lesions marks, RandomFields textures, SeededRandom random) {
        this.spine = spine;
        this.marks = marks;
        this.textures = textures;
        Demographics person = spine.person();
        double mean = 0.24 + 0.006 * (person.age() - 18) + random.uniform(-0.1, 0.1);
        for (int i = 0; i < fat.length; i++) {
            double region = i < Levels.T1 ? 0.05 : i < Levels.L1 ? 0 : 0.012 * (i - Levels.L1);
            fat[i] = mean + region + random.uniform(-0.05, 0.05);
        }
        mottled = random.uniform(0.03, 0.15);
        islands = random.chance(0.3) ? random.uniform(0.08, 0.3) : 0;
        veins = random.uniform(0, 0.85);
    }

    /** Fills {@code spot} for a point inside the body of the vertebra. */
    void body(int vertebra, BodyCoordinates p, TissueSample spot) {
        spot.level = vertebra;
        spot.label = AnatomyClasses.ofVertebra(vertebra);
        spot.oedema = marks.oedema(vertebra, p);
        double shell = vertebra > Levels.S1 ? 0.5 : 0.85;
        boolean cortex = p.dens ? p.fromSide < 0.9
                : p.fromUpper < (vertebra == 0 ? -1 : shell) || p.fromLower < shell || p.fromFront < 0.8 || p.fromBack < 0.6
                        || p.fromSide < 0.7;
        if (cortex) {
            spot.matter = Tissue.CORTEX;
            return;
        }
        marrow(vertebra, p, 0, spot);
        vein(vertebra, p, spot);
        changes(vertebra, p, spot);
    }

    /** Fills {@code spot} with marrow of the vertebra. */
    void marrow(int vertebra, BodyCoordinates p, double fatter, TissueSample spot) {
        spot.matter = Tissue.MARROW;
        double x = p.left;
        double y = p.anterior + 40 * vertebra;
        double trabeculae = textures.fine().at(x / 1.1, y / 1.1, p.cranial / 3.2);
        double patch = islands == 0 ? 0 : islands * Math.max(0, textures.smooth().at(x / 2.5, y / 2.5, p.cranial / 2.5) - 0.3);
        double share = fat[vertebra] + fatter + mottled * trabeculae - patch;
        spot.fat = Math.max(0.08, Math.min(0.92, share));
    }

    /** The basivertebral vein: a trunk from the rear wall that forks to both sides. */
    private void vein(int vertebra, BodyCoordinates p, TissueSample spot) {
        if (vertebra == 0 || vertebra >= Levels.S1) {
            return;
        }
        double reach = 1.2 * spine.vertebra(vertebra).halfDepth();
        double deep = p.fromBack / reach;
        if (deep < 1) {
            double fork = Math.abs(Math.abs(p.left) - 5.5 * deep * deep);
            double thick = 1.9 * (1 - 0.7 * deep);
            double off = Math.sqrt(fork * fork * 0.5 + p.cranial * p.cranial);
            if (off < thick) {
                spot.changed = veins * Math.min(1, (thick - off) * 1.5);
                spot.severity = 0.85;
            }
        }
    }

    private void changes(int vertebra, BodyCoordinates p, TissueSample spot) {
        for (Lesion mark : marks.of(vertebra)) {
            double inside = marks.inside(mark, p);
            double weight = mark.weight(inside);
            if (weight <= 0) {
                continue;
            }
            switch (mark.kind()) {
                case OEDEMA, LOOKALIKE -> {
                    double severity = mark.severity(inside) * (1 + 0.08 * textures.fine().at(p.left / 1.5, p.anterior / 1.5, p.cranial / 1.5));
                    if (weight * severity > spot.changed * spot.severity) {
                        spot.changed = weight;
                        spot.severity = Math.max(0, Math.min(1, severity));
                    }
                }
                case FAT -> spot.fat += (0.93 - spot.fat) * weight;
                case DENT -> {
                    if (weight > 0.5) {
                        spot.matter = Tissue.DISC;
                        spot.wet = 0.35;
                        return;
                    }
                }
                default -> throw new IllegalStateException("no rule for " + mark.kind());
            }
        }
    }

    Vertebra corpus(int vertebra) {
        return spine.vertebra(vertebra);
    }
}
