package spine.evaluate.internal.study;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;

/**
 * Whether the levels of a study have their right names.
 *
 * @param expected units that the truth shows
 * @param named those among them whose disc was found under that name, nearer than half the way to the next disc
 * @param misnamed discs found under another name than the true disc they lie on
 */
public record LevelAgreement(int expected, Set<DiscLevel> named, int misnamed) {

    static LevelAgreement of(StudyReport truth, StudyReport prediction) {
        Set<DiscLevel> named = new TreeSet<>();
        for (DiscLevel level : truth.units().keySet()) {
            Vec3 found = prediction.discs().get(level);
            if (found != null && level.equals(onto(truth.discs(), found))) {
                named.add(level);
            }
        }
        int misnamed = 0;
        for (Map.Entry<DiscLevel, Vec3> disc : prediction.discs().entrySet()) {
            DiscLevel hit = onto(truth.discs(), disc.getValue());
            misnamed += hit != null && !hit.equals(disc.getKey()) ? 1 : 0;
        }
        return new LevelAgreement(truth.units().size(), named, misnamed);
    }

    public LevelAgreement {
        named = Collections.unmodifiableSet(new TreeSet<>(named));
    }

    /** Units found under their name. */
    public int right() {
        return named.size();
    }

    public boolean allRight() {
        return right() == expected && misnamed == 0;
    }

    /** The true disc on which the point lies: the nearest, if that is within half of its distance to its neighbour. */
    private static DiscLevel onto(Map<DiscLevel, Vec3> truth, Vec3 point) {
        DiscLevel nearest = null;
        for (Map.Entry<DiscLevel, Vec3> disc : truth.entrySet()) {
            if (nearest == null || disc.getValue().distance(point) < truth.get(nearest).distance(point)) {
                nearest = disc.getKey();
            }
        }
        return nearest != null && truth.get(nearest).distance(point) <= spacing(truth, nearest) / 2 ? nearest : null;
    }

    private static double spacing(Map<DiscLevel, Vec3> truth, DiscLevel level) {
        double spacing = Double.MAX_VALUE;
        for (Map.Entry<DiscLevel, Vec3> other : truth.entrySet()) {
            if (!other.getKey().equals(level)) {
                spacing = Math.min(spacing, other.getValue().distance(truth.get(level)));
            }
        }
        return spacing;
    }
}
