package spine.anatomy.internal.labelling;

import spine.anatomy.internal.classmap.FieldOfView;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.VoxelCloud;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.VertebralChain;

/**
 * How much narrower the bone below a boundary becomes within one body. The sacrum tapers from its first body on, and a lumbar
 * vertebra does not, whatever class the model gave it.
 */
final class SacralTaper {
    /** Where the bone is wide, in pitches below the boundary. Origin: real development set. */
    private static final double WIDE_FROM = 0.15;
    /** See {@link #WIDE_FROM}. */
    private static final double WIDE_TO = 0.55;
    /** Where the sacrum is narrower, in pitches below the boundary. Origin: real development set. */
    private static final double NARROW_FROM = 0.7;
    /** See {@link #NARROW_FROM}. */
    private static final double NARROW_TO = 1;
    /** Distance from the middle of the disc up to which bone counts, in pitches. Origin: real development set. */
    private static final double REACH = 1.7;

    /** Least bone where it is wide, as a share of the body above. Origin: real development set. */
    private static final double LEAST_WIDTH = 0.5;

    private SacralTaper() {
    }

    /**
     * Narrow over wide cross-section, 1 for a block; NaN where the image ends before that is seen or the model found too little bone.
     *
     * @param boundary its index in the chain
     */
    static double of(VertebralChain chain, int boundary) {
        Boundary last = chain.boundaries().get(boundary);
        double pitch = last.pitchMm();
        FieldOfView view = new FieldOfView(chain.map().stack());
        if (!(view.margin(last.centre().plus(last.down().times(NARROW_TO * pitch))) > 0)) {
            return Double.NaN;
        }
        VoxelCloud cloud = chain.cloud();
        double wide = 0;
        double narrow = 0;
        for (int i = 0; i < cloud.size(); i++) {
            if (cloud.tissue(i) == TissueClass.DISC || cloud.tissue(i) == TissueClass.C2) {
                continue;
            }
            double down = last.below(cloud.x(i), cloud.y(i), cloud.z(i)) / pitch;
            if (!(down >= WIDE_FROM && down < NARROW_TO)) {
                continue;
            }
            double away = Math.hypot(Math.hypot(cloud.x(i) - last.centre().x(), cloud.y(i) - last.centre().y()),
                    cloud.z(i) - last.centre().z());
            if (away < REACH * pitch) {
                wide += down < WIDE_TO ? 1 / (WIDE_TO - WIDE_FROM) : 0;
                narrow += down >= NARROW_FROM ? 1 / (NARROW_TO - NARROW_FROM) : 0;
            }
        }
        double least = LEAST_WIDTH * chain.bodies().get(boundary).volumeMm3() / cloud.voxelVolume();
        return wide < least || wide == 0 ? Double.NaN : narrow / wide;
    }
}
