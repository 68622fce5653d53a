package spine.anatomy.internal.tracing;

/**
 * What one stack shows of one body of its chain.
 *
 * @param volumeMm3 bone between its boundaries
 * @param present whether that is enough to call it seen
 * @param c2 share of it that is classed as C2, 0..1
 * @param s1 share of it that is classed as S1, 0..1
 * @param pitchMm distance of the boundaries above and below, NaN at the ends of the chain
 * @param depthMm front-back depth, NaN if not present
 * @param tiltDegrees how far its axis leans forward
 */
public record BodyEvidence(double volumeMm3, boolean present, double c2, double s1, double pitchMm, double depthMm, double tiltDegrees) {
}
