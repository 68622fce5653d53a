package spine.phantom.internal.shift.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionChange;
import spine.phantom.internal.core.lesion.LesionChange.Fate;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.LesionPriors;
import spine.phantom.internal.shift.spine.Spine;

/**
 * What becomes of the inflammation of a patient from a time point to the next: it goes back under treatment, stays about the same, or gets
 * worse. Bone that has reacted to a lesion stays as it is when the lesion changes. For one thread.
 */
final class DiseaseCourse {

    /** Weights of the fates of a lesion in the order of {@link Fate}, and how many new sites there are at most, and how likely. */
    private enum Trend {
        TREATED(0.45, new double[] {50, 20, 15, 12, 2, 1}, 0.1, 1), STABLE(0.3, new double[] {8, 12, 10, 50, 12, 8}, 0.3, 1),
        WORSENING(0.25, new double[] {4, 4, 2, 25, 40, 25}, 0.9, 4);

        private final double share;
        private final double[] fates;
        private final double appearing;
        private final int mostSites;

        Trend(double share, double[] fates, double appearing, int mostSites) {
            this.share = share;
            this.fates = fates;
            this.appearing = appearing;
            this.mostSites = mostSites;
        }
    }

    /** A lesion under its number; bone has the number 0. */
    private record Tracked(int number, Lesion lesion) {
    }

    private final Spine spine;
    private final LesionPriors priors;
    private final SeededRandom random;
    private final Trend trend;
    private final List<Tracked> tracked = new ArrayList<>();
    private final List<LesionChange> changes = new ArrayList<>();
    private int numbered;

    /** @param lesions at the first time point, with the bone that has reacted to them */
    DiseaseCourse(Spine spine, LesionPriors priors, List<Lesion> lesions, SeededRandom random) {
        this.spine = spine;
        this.priors = priors;
        this.random = random;
        trend = Trend.values()[random.weighted(Trend.TREATED.share, Trend.STABLE.share, Trend.WORSENING.share)];
        lesions.forEach(this::add);
    }

    /** All lesions and bone of the time point that was reached. */
    List<Lesion> lesions() {
        return tracked.stream().map(Tracked::lesion).toList();
    }

    /** What became of every lesion with the last advance, by number. */
    List<LesionChange> changes() {
        return changes;
    }

    /** Goes on to a time point. @param unchanged whether nothing changes */
    void advance(int timePoint, boolean unchanged) {
        SeededRandom now = random.child("time point", timePoint);
        changes.clear();
        List<Tracked> before = List.copyOf(tracked);
        tracked.clear();
        for (Tracked one : before) {
            if (one.number() == 0) {
                tracked.add(one);
            } else {
                change(one, unchanged ? Fate.UNCHANGED : Fate.values()[now.weighted(trend.fates)], now);
            }
        }
        if (!unchanged && now.chance(trend.appearing)) {
            int known = numbered;
            InflammatoryLesions.appear(spine, priors, now.between(1, trend.mostSites), now.child("appear")).forEach(this::add);
            tracked.stream().filter(one -> one.number() > known).forEach(one -> changes.add(new LesionChange(one.number(),
                    one.lesion().vertebra(), one.lesion().type(), Fate.NEW, 0, 0, one.lesion().severity())));
        }
    }

    private void change(Tracked one, Fate fate, SeededRandom now) {
        Lesion before = one.lesion();
        double outwards = fate == Fate.SHRUNK ? -now.uniform(1, 3) : fate == Fate.GROWN ? now.uniform(1, 3) : 0;
        double factor = fate == Fate.FADED ? now.uniform(0.35, 0.7) : fate == Fate.BRIGHTER ? now.uniform(1.3, 1.8) : 1;
        Lesion after = fate == Fate.UNCHANGED ? before : before.later(outwards, factor);
        if (fate != Fate.RESOLVED) {
            tracked.add(new Tracked(one.number(), after));
        }
        changes.add(new LesionChange(one.number(), before.vertebra(), before.type(), fate, outwards, before.severity(),
                fate == Fate.RESOLVED ? 0 : after.severity()));
    }

    private void add(Lesion lesion) {
        tracked.add(new Tracked(lesion.kind() == Lesion.Kind.OEDEMA ? ++numbered : 0, lesion));
    }
}
