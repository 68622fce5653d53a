package spine.phantom.internal.shift.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.MimicPriors;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.Vertebra;

/** Draws what resembles inflammation but is not scored: haemangiomas, Schmorl nodes with bright rims, degenerative bands; and fat. */
final class LesionMimics {
    private final Spine spine;
    private final MimicPriors priors;
    private final SeededRandom random;
    private final List<Lesion> lesions = new ArrayList<>();

    private LesionMimics(Spine spine, MimicPriors priors, SeededRandom random) {
        this.spine = spine;
        this.priors = priors;
        this.random = random;
    }

    static List<Lesion> draw(Spine spine, MimicPriors priors, SeededRandom random) {
        LesionMimics drawn = new LesionMimics(spine, priors, random);
        drawn.haemangiomas();
        drawn.schmorlNodes();
        drawn.degenerativeBands();
        drawn.fat();
        return drawn.lesions;
    }

    private void haemangiomas() {
        int count = random.chance(priors.haemangiomas()) ? random.between(1, priors.mostHaemangiomas()) : 0;
        for (int i = 0; i < count; i++) {
            Vertebra body = spine.vertebra(random.between(7, spine.sequence().s1() - 1));
            double radius = random.uniform(2.5, priors.haemangiomaSize() * body.height());
            double up = priors.offCentre() * body.height() * random.child("height", i).uniform(-1, 1);
            double a = random.uniform(-0.35, 0.4) * body.halfDepth();
            double l = random.uniform(-0.5, 0.5) * body.halfWidth();
            double[] balls = {up + random.uniform(-1, 1), a, l, radius, up + random.uniform(-2, 2), a + random.uniform(-3, 3), l,
                radius * 0.6};
            boolean bright = random.chance(priors.atypical());
            double[] stretch = {1, random.uniform(0.8, 1.2), random.uniform(0.8, 1.4)};
            LesionShape shape = new LesionShape(LesionShape.Plate.MIDDLE, LesionShape.Wall.MIDDLE, balls, stretch, 0.4);
            add(body, bright ? Lesion.Kind.MIMIC : Lesion.Kind.FAT, bright ? LesionType.HAEMANGIOMA : LesionType.FAT, shape,
                    priors.haemangioma().draw(random), 0.5);
        }
    }

    private void schmorlNodes() {
        int count = random.chance(priors.nodes()) ? random.between(1, priors.mostNodes()) : 0;
        for (int i = 0; i < count; i++) {
            Vertebra body = spine.vertebra(random.between(9, spine.sequence().s1() - 1));
            LesionShape.Plate plate = random.chance(0.5) ? LesionShape.Plate.UPPER : LesionShape.Plate.LOWER;
            double a = random.uniform(-0.4, 0.4) * body.halfDepth();
            double l = random.uniform(-0.4, 0.4) * body.halfWidth();
            double radius = random.uniform(2, 4.2);
            double[] hole = {0, a, l, radius};
            double[] flat = {random.uniform(0.7, 1.1), random.uniform(0.9, 1.6), random.uniform(0.9, 1.5)};
            if (random.chance(priors.rimmed())) {
                double[] rim = {0.3, a, l, radius + priors.rimWidth().draw(random)};
                add(body, Lesion.Kind.MIMIC, LesionType.SCHMORL_NODE, new LesionShape(plate, LesionShape.Wall.MIDDLE, rim, flat, 0.5),
                        priors.rim().draw(random), 0.8);
            }
            LesionShape defect = new LesionShape(plate, LesionShape.Wall.MIDDLE, hole, flat, 0.3);
            add(body, Lesion.Kind.ENDPLATE_DEFECT, LesionType.SCHMORL_NODE, defect, 0.5, 0.5);
        }
    }

    /** Bands of oedema or of fat along the endplates on both sides of a degenerated disc. */
    private void degenerativeBands() {
        for (int unit = priors.highestBand(); unit < spine.sequence().s1(); unit++) {
            if (spine.disc(unit).wet() < 0.35 && random.chance(priors.bands())) {
                Lesion.Kind kind = random.chance(priors.brightBands()) ? Lesion.Kind.MIMIC : Lesion.Kind.FAT;
                double severity = priors.band().draw(random);
                for (int side = 0; side < 2; side++) {
                    Vertebra body = spine.vertebra(unit + side);
                    double step = 0.45 * body.halfDepth();
                    double r = priors.bandHeight().draw(random);
                    double[] balls = {0, -1.5 * step, 0, r, 0, -0.5 * step, 0, r, 0, 0.5 * step, 0, r, 0, 1.5 * step, 0, r};
                    double[] stretch = {random.uniform(0.7, 1.2), 1.5, random.uniform(2, 4)};
                    LesionShape.Plate plate = side == 0 ? LesionShape.Plate.LOWER : LesionShape.Plate.UPPER;
                    LesionShape shape = new LesionShape(plate, LesionShape.Wall.MIDDLE, balls, stretch, 0.6);
                    add(body, kind, kind == Lesion.Kind.FAT ? LesionType.FAT : LesionType.DEGENERATIVE_BAND, shape, severity, 1.2);
                }
            }
        }
    }

    private void fat() {
        int count = random.chance(0.35) ? random.between(1, 6) : 0;
        for (int i = 0; i < count; i++) {
            Vertebra body = spine.vertebra(random.between(2, spine.sequence().s1()));
            double r = random.uniform(2.5, 5.5) * Math.min(1, body.height() / 20);
            double[] balls = {0, 0, random.uniform(-0.5, 0.5) * body.halfWidth(), r};
            LesionShape.Plate plate = random.chance(0.5) ? LesionShape.Plate.UPPER : LesionShape.Plate.LOWER;
            LesionShape.Wall wall = random.chance(0.6) ? LesionShape.Wall.FRONT : LesionShape.Wall.BACK;
            double[] stretch = {1, 1, random.uniform(0.8, 2)};
            add(body, Lesion.Kind.FAT, LesionType.FAT, new LesionShape(plate, wall, balls, stretch, 0.5), 1, 1);
        }
    }

    private void add(Vertebra body, Lesion.Kind kind, LesionType type, LesionShape shape, double severity, double softness) {
        lesions.add(new Lesion(body.index(), kind, type, shape, severity, softness, 0));
    }
}
