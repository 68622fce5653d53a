package spine.phantom.internal.shift.spine;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.SpinePriors;

/** Draws vertebrae and discs and stacks them to a spine; the centre of L1 is the origin of the patient coordinates. */
public final class SpineBuilder {
    private final Demographics demographics;
    private final SpinePriors priors;
    private final SeededRandom random;
    private final VertebraSizes sizes;
    private final VertebralSequence sequence;
    private final double[] kyphosis;
    private final boolean endplateIrregularities;
    private final DiscWater water;
    private final Transition transition;

    private SpineBuilder(Demographics demographics, SpinePriors priors, SeededRandom random) {
        this.demographics = demographics;
        this.priors = priors;
        this.random = random;
        sequence = VertebralSequence.draw(priors, random.child("number"));
        kyphosis = new double[sequence.count()];
        sizes = new VertebraSizes(demographics, sequence, random.child("growth"));
        water = DiscWater.draw(priors, random.child("water"));
        transition = Transition.draw(priors, sequence.s1(), random.child("junction"));
        SeededRandom back = random.child("round back");
        endplateIrregularities = back.chance(0.12);
        if (endplateIrregularities) {
            int first = back.between(10, 14);
            for (int i = first; i < first + 4; i++) {
                kyphosis[i] = back.uniform(2, 5);
            }
        }
    }

    /** Draws the spine of a patient. */
    public static Spine build(Demographics demographics, SpinePriors priors, SeededRandom random) {
        return new SpineBuilder(demographics, priors, random).build();
    }

    private Spine build() {
        List<Disc> discs = new ArrayList<>();
        SeededRandom blocks = random.child("blocks");
        int block = blocks.chance(priors.block()) ? blocks.between(1, 21) : -1;
        for (int i = 0; i < sequence.count() - 1; i++) {
            discs.add(disc(i, i == block, random.child("disc", i)));
        }
        List<VertebraShape> shapes = new ArrayList<>();
        for (int i = 0; i < sequence.count(); i++) {
            shapes.add(shape(i, discs, random.child("body", i)));
        }
        List<Vertebra> bodies = stack(shapes, discs, new SpinalCurvature(demographics, sequence, kyphosis, random.child("alignment")));
        List<Vec3> centres = new ArrayList<>();
        for (int i = 0; i < bodies.size() - 1; i++) {
            centres.add(bodies.get(i).endplate(false).plus(bodies.get(i + 1).endplate(true)).times(0.5));
        }
        return new Spine(demographics, sequence, bodies, discs, centres, new Centreline(nodes(bodies, centres)),
                new SpinalCanal(bodies, discs, demographics, sequence, random.child("tube")));
    }

    private Disc disc(int i, boolean fused, SeededRandom draw) {
        int usual = sequence.usual(i);
        boolean lumbar = usual >= Levels.L1 && usual < Levels.S1;
        double age = (demographics.age() - 18) / 60.0;
        double dried = StrictMath.pow(draw.uniform(0, 1), 1.6 - age) * (0.35 + 0.7 * age) + (lumbar ? 0.05 : i < Levels.T1 ? 0.12 : 0.08);
        double wet = transition.wet(i, water.of(Math.max(0, Math.min(1, 1 - dried)), draw.child("water")));
        double height = sizes.disc(i) * transition.height(i) * (wet < 0.35 ? draw.uniform(0.45, 0.9) : 1) * (fused ? 0.4 : 1);
        double bulge = usual >= Levels.S1 || fused ? 0 : draw.uniform(0, 1) * (1.8 - wet) * (lumbar ? 1.3 : 0.8);
        double protrusion = !fused && usual < Levels.S1 && wet < 0.6 && draw.chance(lumbar ? 0.25 : 0.08) ? draw.uniform(1.5, 4.5) : 0;
        return new Disc(height, fused ? 0 : wet, bulge, protrusion, draw.uniform(-5, 5), draw.between(0, 2), draw.uniform(0.5, 0.72),
                wet < 0.2 && draw.chance(0.2), usual < Levels.S1 && draw.chance(demographics.ankylosis() * 0.7), fused);
    }

    private VertebraShape shape(int i, List<Disc> discs, SeededRandom draw) {
        double height = sizes.height(i);
        double depth = sizes.depth(i) / 2;
        double width = sizes.width(i) / 2;
        int usual = sequence.usual(i);
        boolean sacral = usual > Levels.S1;
        double taper = usual == Levels.S1 ? draw.uniform(0.18, 0.28) * transition.taper() : sacral ? 0.13 : -draw.uniform(0, 0.03);
        double wedge = usual == 22 ? draw.uniform(0.04, 0.12) : usual == 21 ? draw.uniform(-0.03, 0.05)
                : usual > 21 ? 0 : -draw.uniform(0, 0.05);
        wedge -= kyphosis[i] * 0.02;
        if (usual > Levels.T1 && usual < Levels.L5 && draw.chance(0.008)) {
            wedge -= draw.uniform(0.12, 0.3);
        }
        double share = draw.uniform(0.3, 0.7);
        double hollow = sacral ? 0 : draw.uniform(0.3, i < Levels.T1 ? 1.1 : 2.4) * (endplateIrregularities ? 0.6 : 1);
        double[] spurs = {spur(discs, i - 1, draw), spur(discs, i, draw), 0.4 * spur(discs, i - 1, draw), 0.4 * spur(discs, i, draw)};
        boolean rippled = endplateIrregularities && i >= 9 && i <= 19 && draw.chance(0.8);
        return new VertebraShape(height, depth * (1 + taper), depth * (1 - taper), width * (1 + 0.5 * taper), width * (1 - 0.5 * taper),
                wedge * share, -wedge * (1 - share), i == 0 ? 0 : hollow * draw.uniform(0.5, 1.1),
                usual == Levels.S1 ? 0.2 : hollow * draw.uniform(0.6, 1.3), sacral ? 0.02 : draw.uniform(0.03, 0.13), draw.uniform(1.2, 3),
                spurs, rippled ? draw.uniform(0.7, 1.7) : 0, draw.uniform(0, 6.28));
    }

    private double spur(List<Disc> discs, int disc, SeededRandom draw) {
        if (disc < 0 || disc >= sequence.s1()) {
            return 0;
        }
        double worn = Math.max(0, 0.65 - discs.get(disc).wet());
        return worn * draw.uniform(0, 8) + (discs.get(disc).bridged() ? draw.uniform(1, 3) : 0);
    }

    private static List<Vertebra> stack(List<VertebraShape> shapes, List<Disc> discs, SpinalCurvature curvature) {
        Vec3 zero = new Vec3(0, 0, 0);
        Frame[] frames = new Frame[shapes.size()];
        Vec3 at = zero;
        for (int i = 0; i < frames.length; i++) {
            Frame turned = Frame.at(zero, curvature.tilt(i), curvature.lean(i), curvature.turn(i));
            if (i > 0) {
                Vec3 across = frames[i - 1].cranial().plus(turned.cranial()).unit().times(discs.get(i - 1).height());
                at = at.minus(frames[i - 1].cranial().times(shapes.get(i - 1).height() / 2)).minus(across)
                        .minus(turned.cranial().times(shapes.get(i).height() / 2));
            }
            frames[i] = new Frame(at, turned.left(), turned.anterior(), turned.cranial());
        }
        Vec3 origin = frames[Levels.L1].centre();
        List<Vertebra> bodies = new ArrayList<>();
        for (int i = 0; i < frames.length; i++) {
            Frame f = frames[i];
            bodies.add(new Vertebra(i, new Frame(f.centre().minus(origin), f.left(), f.anterior(), f.cranial()), shapes.get(i)));
        }
        return bodies;
    }

    private static Frame[] nodes(List<Vertebra> bodies, List<Vec3> centres) {
        Frame[] nodes = new Frame[2 * bodies.size() + 2];
        Frame axis = bodies.get(0).frame();
        Vec3 up = axis.cranial().plus(new Vec3(0, 0, 0.5)).unit();
        Vec3 atlas = axis.toPatient(0, 0, bodies.get(0).height() / 2 + 9);
        nodes[1] = new Frame(atlas, axis.left(), axis.anterior(), axis.cranial());
        nodes[0] = new Frame(atlas.plus(up.times(25)), axis.left(), axis.left().cross(up).unit(), up);
        for (int i = 0; i < bodies.size(); i++) {
            nodes[2 + 2 * i] = bodies.get(i).frame();
            if (i < bodies.size() - 1) {
                nodes[3 + 2 * i] = Frame.between(bodies.get(i).frame(), bodies.get(i + 1).frame(), centres.get(i));
            }
        }
        Frame coccyx = bodies.get(bodies.size() - 1).frame();
        nodes[2 * bodies.size() + 1] = new Frame(coccyx.toPatient(0, 0, -13), coccyx.left(), coccyx.anterior(), coccyx.cranial());
        return nodes;
    }
}
