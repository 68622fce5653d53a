package spine.pipeline.lesion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.score.HalfBody;
import spine.api.score.Quadrant;

/** Tells to which units a candidate belongs: those scored on its stack in one quadrant of which it has the minimum area on a slice. */
final class FindingUnits {
    private final SliceStack stack;
    private final SpineAnatomy anatomy;
    private final int index;

    /** @param index of the stack */
    FindingUnits(SliceStack stack, SpineAnatomy anatomy, int index) {
        this.stack = stack;
        this.anatomy = anatomy;
        this.index = index;
    }

    /** From head to foot; may be none. */
    List<DiscLevel> of(Candidate candidate) {
        return of(candidate.vertebra(), candidate.regions());
    }

    /** The same of regions that lie in one body. */
    List<DiscLevel> of(Vertebra vertebra, List<SliceRegion> regions) {
        return anatomy.units().stream().filter(unit -> unit.present() && unit.stack() == index).map(DiscovertebralUnit::level)
                .filter(level -> HalfBody.of(level, anatomy.stacks().get(index)).stream()
                        .anyMatch(half -> half.body().level() == vertebra && fills(half, regions))).toList();
    }

    private boolean fills(HalfBody half, List<SliceRegion> regions) {
        return regions.stream().anyMatch(region -> {
            Slice slice = stack.slices().get(region.slice());
            Map<Quadrant, Integer> pixels = new EnumMap<>(Quadrant.class);
            for (int pixel : region.pixels()) {
                var point = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
                if (half.contains(point)) {
                    pixels.merge(half.quadrantOf(point), 1, Integer::sum);
                }
            }
            return pixels.values().stream().anyMatch(count -> SliceRegion.area(count, slice) >= LesionReading.MINIMUM_AREA_MM2);
        });
    }
}
