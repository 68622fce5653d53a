package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import spine.api.report.Correction.OedemaChange;
import spine.pipeline.lesion.OutlinedRegion;
import spine.pipeline.lesion.SliceRegion;

/** What became of each region of oedema of the models, and which regions a person added or changed. */
final class OedemaComparison {

    /** What became of a region. */
    enum Fate {
        /** There are exactly the same pixels on the other side. */
        KEPT,
        /** It overlaps with regions of another outline. */
        CHANGED,
        /** Nothing on the other side touches it: removed, or added. */
        ALONE
    }

    private final List<Fate> machine;
    private final List<Fate> person;

    /** @param person what is outlined now */
    OedemaComparison(List<OutlinedRegion> machine, List<OutlinedRegion> person) {
        this.machine = fates(machine, person);
        this.person = fates(person, machine);
    }

    private static List<Fate> fates(List<OutlinedRegion> of, List<OutlinedRegion> others) {
        List<Fate> fates = new ArrayList<>();
        List<Set<Long>> pixels = others.stream().map(OedemaComparison::pixels).toList();
        for (OutlinedRegion region : of) {
            Set<Long> own = pixels(region);
            Fate fate = Fate.ALONE;
            for (int i = 0; i < others.size() && fate != Fate.KEPT; i++) {
                if (others.get(i).stack() == region.stack() && pixels.get(i).stream().anyMatch(own::contains)) {
                    fate = pixels.get(i).equals(own) ? Fate.KEPT : Fate.CHANGED;
                }
            }
            fates.add(fate);
        }
        return fates;
    }

    private static Set<Long> pixels(OutlinedRegion region) {
        Set<Long> pixels = new HashSet<>();
        for (SliceRegion slice : region.slices()) {
            for (int pixel : slice.pixels()) {
                pixels.add((long) slice.slice() << Integer.SIZE | pixel);
            }
        }
        return pixels;
    }

    /** What became of the regions of the models, in their order. */
    List<Fate> machine() {
        return machine;
    }

    /** Where the regions of the person come from, in their order. */
    List<Fate> person() {
        return person;
    }

    OedemaChange change() {
        return new OedemaChange((int) person.stream().filter(Fate.ALONE::equals).count(),
                (int) machine.stream().filter(Fate.ALONE::equals).count(), (int) machine.stream().filter(Fate.CHANGED::equals).count());
    }
}
