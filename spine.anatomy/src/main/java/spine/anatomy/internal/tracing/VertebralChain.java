package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.TissueMap;
import spine.anatomy.internal.classmap.VoxelCloud;
import spine.api.image.Vec3;

/**
 * Vertebral bodies and discs of one stack from head to foot, not yet labelled: boundary k lies between body k and body k + 1.
 */
public final class VertebralChain {
    /** Bone from which a body is present, as a share of a whole body. Origin: first version. */
    private static final double LEAST_SHARE = 0.15;

    private final int stack;
    private final TissueMap map;
    private final StraightenedSpine spine;
    private final CrossSectionProfile profile;
    private final List<Boundary> boundaries;
    private final ElementAssignment elements;
    private final List<BodyEvidence> bodies;

    private VertebralChain(int stack, TissueMap map, StraightenedSpine spine, CrossSectionProfile profile, List<Boundary> boundaries) {
        this.stack = stack;
        this.map = map;
        this.spine = spine;
        this.profile = profile;
        this.boundaries = List.copyOf(boundaries);
        this.elements = new ElementAssignment(map, spine, this.boundaries);
        double[][] count = elements.countBodies();
        List<BodyEvidence> evidence = new ArrayList<>();
        for (int b = 0; b < count.length; b++) {
            evidence.add(evidence(b, count[b]));
        }
        this.bodies = List.copyOf(evidence);
    }

    /**
     * @param stack index of the stack in the study
     * @return the chain of the stack, or empty if no boundary between two bodies was found
     */
    public static Optional<VertebralChain> of(int stack, TissueMap map) {
        VoxelCloud cloud = VoxelCloud.of(map);
        return CentrelineFinder.find(cloud, map).flatMap(line -> {
            StraightenedSpine spine = straightened(cloud, line);
            spine = CentrelineFinder.recentred(spine, map.knowsS1()).map(better -> straightened(cloud, better)).orElse(spine);
            CrossSectionProfile profile = new CrossSectionProfile(spine);
            List<Boundary> boundaries = new BoundaryFitter(spine, profile).fit(BoundaryFinder.find(profile));
            return boundaries.isEmpty() ? Optional.empty() : Optional.of(new VertebralChain(stack, map, spine, profile, boundaries));
        });
    }

    private static StraightenedSpine straightened(VoxelCloud cloud, Centreline line) {
        StraightenedSpine spine = new StraightenedSpine(cloud, line);
        spine.trim(new CrossSectionProfile(spine).typicalDepth());
        return spine;
    }

    /**
     * The same chain with boundaries that lie hidden in fused bone put where bodies of these levels would meet, and the
     * disc that must be there left out of the bone.
     *
     * @param level level of every body, -1 if not labelled
     * @param levels what these levels are
     * @param scale the patient's size, 1 for the reference tables
     */
    public VertebralChain placed(int[] level, Levels levels, double scale) {
        List<Boundary> better = new ArrayList<>(boundaries);
        for (int k = 0; k < better.size(); k++) {
            Boundary b = better.get(k);
            boolean counted = level[k] >= 0 && level[k + 1] == level[k] + 1;
            if (!b.seen() && !b.narrow() && counted) {
                double arc = b.arc();
                if (k > 0 && k < better.size() - 1 && level[k] > 0 && level[k + 1] < levels.s1()) {
                    double upper = levels.pitch(level[k]);
                    double share = upper / (upper + levels.pitch(level[k + 1]));
                    double from = better.get(k - 1).arc();
                    arc = from + (better.get(k + 1).arc() - from) * share;
                }
                better.set(k, b.hidden(arc, line().at(arc), line().tangentAt(arc), scale * levels.disc(level[k])));
            }
        }
        return better.equals(boundaries) ? this : new VertebralChain(stack, map, spine, profile, better);
    }

    /**
     * The same chain with other boundaries.
     *
     * @param without indices of boundaries to leave out
     * @param added arc lengths of boundaries to put in
     */
    public VertebralChain with(Set<Integer> without, List<Double> added) {
        if (without.isEmpty() && added.isEmpty()) {
            return this;
        }
        List<Double> arcs = new ArrayList<>(added);
        for (int k = 0; k < boundaries.size(); k++) {
            if (!without.contains(k)) {
                arcs.add(boundaries.get(k).arc());
            }
        }
        double[] sorted = arcs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new VertebralChain(stack, map, spine, profile, new BoundaryFitter(spine, profile).fit(sorted));
    }

    private BodyEvidence evidence(int b, double[] count) {
        double bone = count[TissueClass.BODY] + count[TissueClass.C2] + count[TissueClass.S1] + count[TissueClass.SACRUM];
        double volume = bone * spine.cloud.voxelVolume();
        Boundary above = b > 0 ? boundaries.get(b - 1) : null;
        Boundary below = b < boundaries.size() ? boundaries.get(b) : null;
        double pitch = above == null ? below.pitchMm() : above.pitchMm();
        double arc = above == null ? below.arc() - pitch / 2 : above.arc() + pitch / 2;
        int bin = (int) Math.max(0, Math.min(profile.length - 1, arc));
        boolean present = volume > LEAST_SHARE * profile.whole[bin] * pitch;
        Vec3 axis = above == null ? below.down() : below == null ? above.down() : below.centre().minus(above.centre()).unit();
        return new BodyEvidence(volume, present, bone == 0 ? 0 : count[TissueClass.C2] / bone,
                bone == 0 ? 0 : count[TissueClass.S1] / bone,
                above == null || below == null ? Double.NaN : below.centre().distance(above.centre()),
                present ? profile.depth[bin] : Double.NaN, Math.toDegrees(Math.atan2(axis.y(), -axis.z())));
    }

    /** Index of the stack in the study. */
    public int stack() {
        return stack;
    }

    public TissueMap map() {
        return map;
    }

    public VoxelCloud cloud() {
        return spine.cloud;
    }

    public Centreline line() {
        return spine.line;
    }

    /** From head to foot, at least one. */
    public List<Boundary> boundaries() {
        return boundaries;
    }

    /** One more than there are boundaries. */
    public List<BodyEvidence> bodies() {
        return bodies;
    }

    /** What a voxel of the cloud belongs to: 2k for body k, 2k + 1 for the disc of boundary k, or negative for nothing. */
    public byte elementOf(int voxel) {
        return elements.of(voxel);
    }
}
