package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.anatomy.internal.tracing.BodyEvidence;

/**
 * What lies between two boundaries of a column that were detected: mostly one body, more where boundaries between them are only
 * estimated.
 *
 * @param firstBody index of its first body in the column
 * @param lastBody index of its last body
 * @param known whether any stack shows it
 * @param present whether it has enough bone to be seen
 * @param solid whether it has bone throughout
 * @param volumeMm3 its bone
 * @param c2 share of it that is classed as C2, 0..1
 * @param s1 share of it that is classed as S1, 0..1
 * @param logPitch logarithm of the distance of the boundaries around it, NaN at the ends of the column
 * @param logDepth logarithm of its anteroposterior depth, NaN if not known
 * @param tilt forward inclination of its axis, degrees
 */
record Observation(int firstBody, int lastBody, boolean known, boolean present, boolean solid, double volumeMm3, double c2, double s1,
        double logPitch, double logDepth, double tilt) {
    /** Smallest cross-section of a solid observation, as a share of the median around it. Origin: bench 2. */
    private static final double SOLID = 0.6;
    /** Observations on either side that the median is taken over. Origin: bench 2. */
    private static final int AROUND = 3;

    /** The observations of a column from head to foot. */
    static List<Observation> of(SpinalColumn column) {
        List<Observation> observations = new ArrayList<>();
        for (int g = 0; g < column.bodies(); g++) {
            Observation body = of(g, column.body(g));
            boolean estimated = g > 0 && !column.boundary(g - 1).isEmpty()
                    && column.boundary(g - 1).stream().noneMatch(b -> b.seen() || b.narrow()) && body.known;
            Observation above = estimated ? observations.get(observations.size() - 1) : null;
            if (above != null && above.known) {
                observations.set(observations.size() - 1, above.with(body));
            } else {
                observations.add(body);
            }
        }
        double[] area = observations.stream().mapToDouble(Observation::area).toArray();
        List<Observation> judged = new ArrayList<>();
        for (int k = 0; k < area.length; k++) {
            double[] around = Arrays.stream(area, Math.max(0, k - AROUND), Math.min(area.length, k + AROUND + 1))
                    .filter(a -> !Double.isNaN(a)).sorted().toArray();
            boolean hollow = around.length > 2 && area[k] < SOLID * around[around.length / 2];
            judged.add(hollow ? observations.get(k).hollow() : observations.get(k));
        }
        return List.copyOf(judged);
    }

    /** Mean cross-section of its bone, mm2. */
    private double area() {
        return volumeMm3 / Math.exp(logPitch);
    }

    private Observation hollow() {
        return new Observation(firstBody, lastBody, known, present, false, volumeMm3, c2, s1, logPitch, logDepth, tilt);
    }

    private static Observation of(int g, BodyEvidence seen) {
        return seen == null ? new Observation(g, g, false, false, false, 0, 0, 0, Double.NaN, Double.NaN, 0)
                : new Observation(g, g, true, seen.present(), seen.present(), seen.volumeMm3(), seen.c2(), seen.s1(),
                        Math.log(seen.pitchMm()), Math.log(seen.depthMm()), seen.tiltDegrees());
    }

    /** This observation and the one below it as one; null if either is not known. */
    Observation with(Observation below) {
        if (!known || !below.known) {
            return null;
        }
        double share = volumeMm3 / (volumeMm3 + below.volumeMm3 + 1);
        return new Observation(firstBody, below.lastBody, true, present || below.present, solid && below.solid,
                volumeMm3 + below.volumeMm3, share * c2 + (1 - share) * below.c2, share * s1 + (1 - share) * below.s1,
                Math.log(Math.exp(logPitch) + Math.exp(below.logPitch)), Double.isNaN(logDepth) ? below.logDepth : logDepth,
                share * tilt + (1 - share) * below.tilt);
    }

    int bodies() {
        return lastBody - firstBody + 1;
    }
}
