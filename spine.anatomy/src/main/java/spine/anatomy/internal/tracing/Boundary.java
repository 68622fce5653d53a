package spine.anatomy.internal.tracing;

import spine.api.image.Vec3;

/**
 * The plane between two neighbouring vertebral bodies, in the middle of their disc.
 *
 * @param arc position along the centreline, mm
 * @param centre middle of the disc, patient mm
 * @param down unit normal towards the feet
 * @param heightMm height of the disc in its middle, NaN if no disc was seen
 * @param seen whether disc tissue was seen here
 * @param narrow whether the bone narrows here, so that the position is known without a disc
 * @param gapMm height of the disc that must be hidden in fused bone here, 0 where none is
 * @param pitchMm distance of neighbouring boundaries around here, mm
 */
public record Boundary(double arc, Vec3 centre, Vec3 down, double heightMm, boolean seen, boolean narrow, double gapMm,
        double pitchMm) {

    /** The same plane at another place along the centreline, with a disc of that height hidden in the bone. */
    Boundary hidden(double newArc, Vec3 newCentre, Vec3 newDown, double gap) {
        return new Boundary(newArc, newCentre, newDown, heightMm, seen, narrow, gap, pitchMm);
    }

    /** How far it leans forward, degrees: 0 where the spine is upright, positive where its lower side looks to the back. */
    public double slopeDegrees() {
        return Math.toDegrees(Math.atan2(down.y(), -down.z()));
    }

    /** Signed distance of the point from the plane, positive towards the feet. */
    public double below(double x, double y, double z) {
        return (x - centre.x()) * down.x() + (y - centre.y()) * down.y() + (z - centre.z()) * down.z();
    }
}
