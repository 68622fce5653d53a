package spine.phantom.internal.standard.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;

/** Draws what resembles inflammation but is not scored: haemangiomas, Schmorl nodes, degenerative bands, joint oedema; and fat. */
final class LesionMimics {
    private final Spine spine;
    private final SeededRandom random;
    private final List<Lesion> lesions = new ArrayList<>();

    private LesionMimics(Spine spine, SeededRandom random) {
        this.spine = spine;
        this.random = random;
    }

    static List<Lesion> draw(Spine spine, SeededRandom random) {
        LesionMimics drawn = new LesionMimics(spine, random);
        drawn.haemangiomas();
        drawn.schmorlNodes();
        drawn.degenerativeBands();
        drawn.redMarrow();
        drawn.fat();
        drawn.joints();
        drawn.damage();
        return drawn.lesions;
    }

    private void haemangiomas() {
        int count = random.chance(0.5) ? random.between(1, 5) : 0;
        for (int i = 0; i < count; i++) {
            int index = random.between(2, Levels.L5);
            Vertebra v = spine.vertebra(index);
            double r = random.uniform(2.5, 11);
            boolean bright = random.chance(0.7);
            LesionShape shape = LesionShape.ellipsoid(random.uniform(-0.5, 0.5) * v.halfWidth(),
                    random.uniform(-0.45, 0.45) * v.halfDepth(), random.uniform(-0.22, 0.22) * v.height(), r * random.uniform(0.8, 1.3),
                    Math.min(r, v.halfDepth() * 0.6),
                    Math.min(r, v.height() * random.uniform(0.2, 0.42)));
            if (bright && random.chance(0.4)) {
                shape = LesionShape.striped(shape, random.uniform(2.2, 4.5), random.uniform(0, 6.28));
            }
            add(index, bright ? Lesion.Kind.MIMIC : Lesion.Kind.FAT, bright ? LesionType.HAEMANGIOMA : LesionType.FAT, shape,
                    random.uniform(0.25, 1.15), random.uniform(0.3, 1.2));
        }
    }

    private void schmorlNodes() {
        int count = random.chance(0.55) ? random.between(1, 8) : 0;
        for (int i = 0; i < count; i++) {
            int index = random.between(6, Levels.L5);
            Vertebra v = spine.vertebra(index);
            boolean upper = random.chance(0.4);
            double a = random.uniform(-0.6, 0.6) * v.halfDepth();
            double l = random.uniform(-0.4, 0.4) * v.halfWidth();
            double r = Math.min(random.uniform(2, random.chance(0.3) ? 10 : 6), v.height() * 0.4);
            LesionShape defect = LesionShape.hemisphere(upper, a, l, r * random.uniform(0.8, 1.8), r * random.uniform(0.8, 2),
                    r * random.uniform(0.6, 1.1));
            add(index, Lesion.Kind.ENDPLATE_DEFECT, LesionType.SCHMORL_NODE, defect, random.uniform(0.1, 1), random.uniform(0.3, 1));
            if (random.chance(0.55)) {
                LesionShape rim = LesionShape.rim(upper, a, l, r, random.uniform(1.2, 3.5));
                boolean bright = random.chance(0.65);
                add(index, bright ? Lesion.Kind.MIMIC : Lesion.Kind.SCLEROSIS, LesionType.SCHMORL_NODE, rim,
                        bright ? random.uniform(0.1, 0.9) : random.uniform(0.4, 1), 0.6);
            }
        }
    }

    private void degenerativeBands() {
        for (int unit = 1; unit <= Levels.L5; unit++) {
            boolean usual = unit >= Levels.L1 || unit >= 2 && unit <= Levels.C7;
            if (spine.disc(unit).degeneration() > 0.62 && random.chance(usual ? 0.55 : 0.3)) {
                double severity = random.uniform(0.05, 1.1);
                double height = random.chance(0.5) ? random.uniform(1.2, 4) : random.uniform(2.5, 10);
                double softness = random.uniform(0.4, 1.6);
                boolean bright = random.chance(0.6);
                for (int side = 0; side < 2; side++) {
                    Vertebra v = spine.vertebra(unit + side);
                    LesionShape shape = LesionShape.layer(side == 1, height * random.uniform(0.7, 1.2), -50, 50, 0,
                            v.halfWidth() * random.uniform(0.6, 1.1));
                    add(unit + side, bright ? Lesion.Kind.MIMIC : Lesion.Kind.FAT, bright ? LesionType.DEGENERATIVE_BAND : LesionType.FAT,
                            shape, severity, softness);
                }
            }
        }
    }

    /** Islands of red marrow: a little brighter than the marrow around them, with wide borders, several in a patient. */
    private void redMarrow() {
        int count = random.chance(0.25) ? random.between(2, 10) : 0;
        for (int i = 0; i < count; i++) {
            int index = random.between(2, Levels.S1);
            Vertebra v = spine.vertebra(index);
            double r = random.uniform(3, 8);
            LesionShape island = LesionShape.ellipsoid(random.uniform(-0.7, 0.7) * v.halfWidth(), random.uniform(-0.6, 0.6) * v.halfDepth(),
                    random.uniform(-0.25, 0.25) * v.height(), r * random.uniform(0.7, 1.5), r * random.uniform(0.7, 1.3),
                    Math.min(r, v.height() * 0.3));
            add(index, Lesion.Kind.MIMIC, LesionType.RED_MARROW, island, random.uniform(0, 0.12), random.uniform(1.5, 3.5));
        }
    }

    /** Dense or eroded endplates without inflammation, mostly beside worn discs. */
    private void damage() {
        EndplateDamage damage = new EndplateDamage(spine, random.child("endplates"));
        double share = random.chance(0.5) ? random.uniform(0, 0.3) : 0.02;
        for (int unit = 0; unit < Levels.UNITS; unit++) {
            if (random.chance(share * (0.4 + spine.disc(unit).degeneration()))) {
                for (int side = 0; side < 2; side++) {
                    if (random.chance(0.7)) {
                        damage.sclerosis(unit + side, side == 1, random.uniform(1.2, 6));
                    } else if (random.chance(0.4)) {
                        damage.erosions(unit + side, side == 1);
                    }
                }
            }
        }
        lesions.addAll(damage.drawn());
    }

    private void fat() {
        int count = random.chance(0.3) ? random.between(1, 8) : 0;
        for (int i = 0; i < count; i++) {
            int index = random.between(2, Levels.S1);
            Vertebra v = spine.vertebra(index);
            double leg = random.uniform(4, 10) * Math.min(1, v.height() / 18);
            LesionShape shape = LesionShape.corner(random.chance(0.5), random.chance(0.65), leg, leg * random.uniform(0.8, 1.5),
                    random.uniform(-0.4, 0.4) * v.halfWidth(), random.uniform(4, 20));
            add(index, Lesion.Kind.FAT, LesionType.FAT, shape, 1, 0.8);
        }
    }

    /** Facets, rib joints, pedicles and spinous processes: outside the bodies. */
    private void joints() {
        int count = random.chance(0.35) ? random.between(1, 4) : 0;
        for (int i = 0; i < count; i++) {
            int index = random.between(1, Levels.L5);
            Vertebra v = spine.vertebra(index);
            double back = -v.halfDepth();
            double side = random.chance(0.5) ? 1 : -1;
            LesionShape shape = switch (random.between(0, 2)) {
                case 0 -> LesionShape.ellipsoid(side * (v.halfWidth() * 0.75 + 2), back - 16, 0, 8, 7, 9);
                case 1 -> LesionShape.ellipsoid(side * v.halfWidth() * 0.8, back - 5, v.height() * 0.2, 7, 6, 7);
                default -> LesionShape.ellipsoid(0, back - random.uniform(26, 38), -v.height() * 0.4, 6, 8, 8);
            };
            add(index, Lesion.Kind.JOINT, LesionType.BEHIND_THE_BODY, shape, random.uniform(0.35, 0.9), 1.2);
        }
    }

    private void add(int vertebra, Lesion.Kind kind, LesionType type, LesionShape shape, double severity, double softness) {
        lesions.add(new Lesion(vertebra, kind, type, shape, severity, softness, random.uniform(0.2, 0.9)));
    }
}
