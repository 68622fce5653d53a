package spine.phantom.internal.standard.spine;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;

/** Draws vertebrae and discs and stacks them to a spine; the centre of T9 is the origin of the patient coordinates. */
public final class SpineBuilder {
    private static final int ORIGIN = 14;

    private SpineBuilder() {
    }

    /** Draws the spine of a patient. */
    public static Spine build(Demographics demographics, SeededRandom random) {
        SpinalCurvature curvature = new SpinalCurvature(demographics, random.child("curvature"));
        VertebraTraits traits = VertebraTraits.draw(random.child("form"));
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < Levels.COUNT - 1; i++) {
            discs.add(disc(i, demographics, random.child("disc", i)));
        }
        List<VertebraShape> shapes = new ArrayList<>();
        for (int i = 0; i < Levels.COUNT; i++) {
            shapes.add(shape(i, demographics, traits, i == 0 ? null : discs.get(i - 1), i < Levels.COUNT - 1 ? discs.get(i) : null,
                    random.child("vertebra", i)));
        }
        List<Vertebra> vertebrae = place(shapes, discs, curvature);
        List<Vec3> discCentres = new ArrayList<>();
        for (int i = 0; i < Levels.COUNT - 1; i++) {
            discCentres.add(vertebrae.get(i).endplate(false).plus(vertebrae.get(i + 1).endplate(true)).times(0.5));
        }
        Frame[] frames = frames(vertebrae, discCentres);
        SpinalCanal canal = SpinalCanal.draw(vertebrae, discs, frames.length, demographics.scale(), random.child("canal"));
        return new Spine(demographics, vertebrae, discs, discCentres, new Centreline(frames), canal);
    }

    private static Disc disc(int i, Demographics demographics, SeededRandom random) {
        boolean lumbar = i >= Levels.L1 && i < Levels.S1;
        boolean cervical = i >= 2 && i <= Levels.C7;
        double wear = (demographics.age() - 20) / 60.0 * 0.5 + random.normal(0, 0.24);
        wear += i >= 21 && i <= 22 ? random.uniform(0, 0.35) : 0;
        wear += cervical ? random.uniform(0, 0.25) : 0;
        wear += !lumbar && !cervical ? 0.12 : 0;
        double degeneration = Math.max(0, Math.min(1, wear));
        double narrow = degeneration > 0.65 ? 1 - (degeneration - 0.65) * random.uniform(0.6, 1.5) : 1;
        if (i < Levels.S1 && random.chance(0.02)) {
            narrow *= random.uniform(0.3, 0.6);
        }
        double height = Math.max(i < Levels.S1 ? 1.6 : 0.8, VertebraSizes.DISC[i] * demographics.scale() * random.normal(1, 0.11) * narrow);
        if (i == Levels.S1 && random.chance(0.1)) {
            // Partly lumbarised.
            height = random.uniform(3, 7.5) * demographics.scale();
        }
        if (i == Levels.L5 && random.chance(0.06)) {
            // Partly sacralised.
            height = random.uniform(1.8, 5) * demographics.scale();
        }
        boolean fused = i < Levels.L5 && random.chance(0.004);
        if (fused) {
            height = random.uniform(1.5, 2.6);
        }
        double bulge = i >= Levels.S1 ? 0 : Math.max(0, random.normal(0.3 + 1.3 * degeneration, 0.6)) * (lumbar ? 1.2 : 0.8);
        if (degeneration > 0.4 && i < Levels.S1 && random.chance(lumbar ? 0.15 : 0.04)) {
            bulge += random.uniform(1.5, 5);
        }
        boolean bridged = i < Levels.S1 && random.chance(demographics.ankylosis() * 0.6);
        return new Disc(height, degeneration, bulge, random.chance(0.55), degeneration > 0.8 && random.chance(0.25), fused, bridged);
    }

    private static VertebraShape shape(int i, Demographics demographics, VertebraTraits traits, Disc above, Disc below,
            SeededRandom random) {
        double scale = demographics.scale() * random.normal(1, 0.025);
        double posterior = VertebraSizes.HEIGHT[i] * scale * random.normal(1, 0.035);
        double ratio = VertebraSizes.WEDGE[i] * random.normal(1, 0.025);
        double sunk = 1;
        if (i > Levels.T1 && i < Levels.L5 && random.chance(traits.frail())) {
            switch (random.between(0, 2)) {
                case 0 -> ratio *= random.uniform(0.55, 0.85);
                case 1 -> posterior *= random.uniform(0.6, 0.85);
                default -> sunk = random.uniform(1.8, 3.2);
            }
        }
        double depth = scale * traits.slender() * random.normal(1, 0.03);
        double width = scale * traits.slender() * random.normal(1, 0.03);
        double upperDepth = VertebraSizes.DEPTH_UPPER[i] / 2 * depth;
        double lowerDepth = VertebraSizes.DEPTH_LOWER[i] / 2 * depth;
        double anterior = posterior * ratio;
        double slope = (anterior - posterior) / 2 / (upperDepth + lowerDepth);
        double share = random.uniform(0.35, 0.65) * 2;
        boolean sacral = i > Levels.S1;
        double hollow = sacral ? 0 : (i < Levels.T1 ? 0.7 : i < Levels.T12 - 2 ? 1.0 : 1.6) * Math.max(0.1,
                random.normal(1, 0.35)) * traits.hollow() * sunk;
        hollow = Math.min(hollow, posterior * Math.min(1, ratio) * 0.17);
        double lower = i == Levels.S1 ? 0.2 : hollow * random.uniform(0.7, 1.4);
        double upper = i == 0 ? 0 : hollow * random.uniform(0.6, 1.1);
        double waist = sacral ? 0.02 : Math.max(0.01, random.normal(i < Levels.T1 ? 0.04 : 0.065, 0.025) * traits.waist());
        return new VertebraShape((posterior + anterior) / 2, upperDepth, lowerDepth, VertebraSizes.WIDTH_UPPER[i] / 2 * width,
                VertebraSizes.WIDTH_LOWER[i] / 2 * width, slope * share, -slope * (2 - share), upper, lower, waist,
                osteophyte(above, i - 1, demographics, random), osteophyte(below, i, demographics, random),
                        random.normal(-0.04, 0.08) * upperDepth,
                Math.min(traits.rounded(), posterior * 0.22), sacral ? 0 : Math.min(traits.ripple(), posterior * 0.05),
                random.uniform(0, 6.28));
    }

    private static double osteophyte(Disc disc, int index, Demographics demographics, SeededRandom random) {
        if (disc == null || index >= Levels.S1) {
            return 0;
        }
        double spur = Math.max(0, disc.degeneration() - 0.45) * random.uniform(0, 6) * (demographics.male() ? 1.1 : 0.9);
        return disc.bridged() ? spur + random.uniform(1, 2) : spur;
    }

    private static List<Vertebra> place(List<VertebraShape> shapes, List<Disc> discs, SpinalCurvature curvature) {
        Vec3[] centres = new Vec3[Levels.COUNT];
        Frame[] turned = new Frame[Levels.COUNT];
        Vec3 zero = new Vec3(0, 0, 0);
        for (int i = 0; i < Levels.COUNT; i++) {
            turned[i] = Frame.at(zero, curvature.tilt(i), curvature.lean(i), curvature.turn(i));
            centres[i] = zero;
            if (i > 0) {
                Vec3 through = turned[i - 1].cranial().plus(turned[i].cranial()).unit();
                centres[i] = centres[i - 1].minus(turned[i - 1].cranial().times(shapes.get(i - 1).height() / 2))
                        .minus(through.times(discs.get(i - 1).height()))
                        .minus(turned[i].cranial().times(shapes.get(i).height() / 2));
            }
        }
        List<Vertebra> placed = new ArrayList<>();
        for (int i = 0; i < Levels.COUNT; i++) {
            Frame f = turned[i];
            placed.add(new Vertebra(i, new Frame(centres[i].minus(centres[ORIGIN]), f.left(), f.anterior(), f.cranial()),
                    shapes.get(i)));
        }
        return placed;
    }

    private static Frame[] frames(List<Vertebra> vertebrae, List<Vec3> discCentres) {
        Frame[] frames = new Frame[2 * Levels.COUNT + 2];
        Frame axis = vertebrae.get(0).frame();
        double height = vertebrae.get(0).height();
        Vec3 atlas = axis.toPatient(0, 0, height * 0.5 + 9);
        Vec3 up = axis.cranial().plus(new Vec3(0, 0, 0.4)).unit();
        frames[1] = new Frame(atlas, axis.left(), axis.anterior(), axis.cranial());
        frames[0] = new Frame(atlas.plus(up.times(26)), axis.left(), axis.left().cross(up).unit(), up);
        for (int i = 0; i < Levels.COUNT; i++) {
            frames[2 + 2 * i] = vertebrae.get(i).frame();
            if (i < Levels.COUNT - 1) {
                frames[3 + 2 * i] = Frame.between(vertebrae.get(i).frame(), vertebrae.get(i + 1).frame(), discCentres.get(i));
            }
        }
        Frame last = vertebrae.get(Levels.COUNT - 1).frame();
        frames[2 * Levels.COUNT + 1] = new Frame(last.toPatient(0, 0, -14), last.left(), last.anterior(), last.cranial());
        return frames;
    }
}
