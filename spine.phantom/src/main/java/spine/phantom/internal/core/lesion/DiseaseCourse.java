package spine.phantom.internal.core.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionChange.Fate;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * What becomes of the inflammation of a patient from a time point to the next: it goes back under treatment, stays about the same, or gets
 * worse. Bone that has reacted to a lesion stays as it is when the lesion changes. The same for all generators, so that changes over time
 * mean the same in all of them; where new lesions lie is up to each. For one thread.
 *
 * @param <L> lesion of the generator
 */
public final class DiseaseCourse<L extends CourseLesion<L>> {

    /**
     * Draws lesions, with the bone that has reacted to them, where there were none.
     *
     * @param <L> lesion of the generator
     */
    @FunctionalInterface
    public interface NewSites<L> {

        /** @param most how many sites there are at most */
        List<L> appear(int most, SeededRandom random);
    }

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
    private record Tracked<L>(int number, L lesion) {
    }

    private final NewSites<L> sites;
    private final SeededRandom random;
    private final Trend trend;
    private final List<Tracked<L>> tracked = new ArrayList<>();
    private final List<LesionChange> changes = new ArrayList<>();
    private int numbered;

    /** @param lesions at the first time point, with the bone that has reacted to them */
    public DiseaseCourse(List<L> lesions, NewSites<L> sites, SeededRandom random) {
        this.sites = sites;
        this.random = random;
        trend = Trend.values()[random.weighted(Trend.TREATED.share, Trend.STABLE.share, Trend.WORSENING.share)];
        lesions.forEach(this::add);
    }

    /** All lesions and bone of the time point that was reached. */
    public List<L> lesions() {
        return tracked.stream().map(Tracked::lesion).toList();
    }

    /** What became of every lesion with the last advance, by number. */
    public List<LesionChange> changes() {
        return changes;
    }

    /** Goes on to a time point. @param unchanged whether nothing changes */
    public void advance(int timePoint, boolean unchanged) {
        SeededRandom now = random.child("time point", timePoint);
        changes.clear();
        List<Tracked<L>> before = List.copyOf(tracked);
        tracked.clear();
        for (Tracked<L> one : before) {
            if (one.number() == 0) {
                tracked.add(one);
            } else {
                change(one, unchanged ? Fate.UNCHANGED : Fate.values()[now.weighted(trend.fates)], now);
            }
        }
        if (!unchanged && now.chance(trend.appearing)) {
            int known = numbered;
            sites.appear(now.between(1, trend.mostSites), now.child("appear")).forEach(this::add);
            tracked.stream().filter(one -> one.number() > known).forEach(one -> changes.add(new LesionChange(one.number(),
                    one.lesion().vertebra(), one.lesion().type(), Fate.NEW, 0, 0, one.lesion().severity())));
        }
    }

    private void change(Tracked<L> one, Fate fate, SeededRandom now) {
        L before = one.lesion();
        double outwards = fate == Fate.SHRUNK ? -now.uniform(1, 3) : fate == Fate.GROWN ? now.uniform(1, 3) : 0;
        double factor = fate == Fate.FADED ? now.uniform(0.35, 0.7) : fate == Fate.BRIGHTER ? now.uniform(1.3, 1.8) : 1;
        L after = fate == Fate.UNCHANGED ? before : before.later(outwards, factor);
        if (fate != Fate.RESOLVED) {
            tracked.add(new Tracked<>(one.number(), after));
        }
        changes.add(new LesionChange(one.number(), before.vertebra(), before.type(), fate, outwards, before.severity(),
                fate == Fate.RESOLVED ? 0 : after.severity()));
    }

    private void add(L lesion) {
        tracked.add(new Tracked<>(lesion.type().bone() ? 0 : ++numbered, lesion));
    }
}
