package spine.phantom.internal.core.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import spine.api.anatomy.DiscLevel;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.truth.LesionPixels;
import spine.phantom.internal.core.truth.MaskRasteriser;
import spine.phantom.internal.core.truth.UnitScores;

/**
 * A reader who looks at the images as they were rendered: misses faint lesions, takes for oedema what resembles it, draws outlines to a
 * taste, chooses slices, and may miscount. What is scored then follows the rules of SPARCC. Safe for many threads.
 */
public final class SimulatedReader {
    /** Share of the variance of a decision that comes back at every sitting. */
    private static final double LASTING = 0.75;
    /** Of an outline, from sitting to sitting: standard deviation of where it lies. */
    private static final double UNSTEADY = 0.05;
    private static final int WORST = 6;

    private final ReaderTraits traits;

    public SimulatedReader(ReaderTraits traits) {
        this.traits = traits;
    }

    /**
     * Reads a study.
     *
     * @param rendered its STIR stacks, head to foot
     * @param keys of their patches
     * @param sitting from 1; the same sitting gives the same reading
     */
    public Reading read(SyntheticStudy study, List<Scan> rendered, PatchKeys keys, int sitting) {
        SeededRandom reader = new SeededRandom(study.seed()).child("reader " + traits.name());
        SeededRandom today = study.timePoint().session(reader).passing().child("sitting", sitting);
        Map<Integer, List<List<LesionPixels>>> seen = new LinkedHashMap<>();
        for (int stack = 0; stack < rendered.size(); stack++) {
            int at = stack;
            seen.put(stack, seen(study, rendered.get(stack), sitting, patch -> keys.of(at, patch).of(reader), today.child("stack", stack)));
        }
        Score score = new UnitScores(study, seen::get, traits.thresholds(), (unit, scores) -> window(unit, scores, today)).score();
        return reading(sitting, score, today.child("count"));
    }

    private List<List<LesionPixels>> seen(SyntheticStudy study, Scan scan, int sitting, Function<Patch, SeededRandom> reader,
            SeededRandom today) {
        Patches patches = new Patches(scan);
        Outline outline = new Outline(scan, patches);
        byte[][] masks = new byte[scan.anatomy().length][scan.grid().rows() * scan.grid().columns()];
        for (Patch patch : patches.all()) {
            SeededRandom lasting = reader.apply(patch);
            SeededRandom passing = today.child("patch", patch.number());
            double mood = Math.sqrt(LASTING) * lasting.normal(0, 1) + Math.sqrt(1 - LASTING) * passing.normal(0, 1);
            double taste = Math.max(0.05, Math.min(0.95, traits.outline() + passing.normal(0, UNSTEADY)));
            if (takes(patch, mood, sitting)) {
                patches.slices(patch).forEach((slice, pixels) -> outline.around(slice, pixels, taste)
                        .forEach(pixel -> masks[slice][pixel] = 1));
            }
        }
        MaskRasteriser raster = new MaskRasteriser(study.spine(), scan, study.signal());
        List<List<LesionPixels>> slices = new ArrayList<>();
        for (int slice = 0; slice < masks.length; slice++) {
            slices.add(raster.slice(slice, masks[slice]));
        }
        return slices;
    }

    /** Whether the reader takes the patch for oedema. */
    private boolean takes(Patch patch, double mood, int sitting) {
        double faint = traits.faint() * (1 + traits.drift() * (sitting - 1));
        boolean conspicuous = patch.conspicuity() > 0 && StrictMath.log(patch.conspicuity() / faint) + traits.doubt() * mood > 0;
        return conspicuous && (patch.oedema() || mood < traits.credulity());
    }

    private int window(DiscLevel unit, int[] scores, SeededRandom today) {
        int best = UnitScores.WindowChoice.best(unit, scores);
        SeededRandom choice = today.child("slices", unit.code());
        if (best < 0 || !choice.chance(traits.otherSlices())) {
            return best;
        }
        int beside = best + (choice.chance(0.5) ? 1 : -1);
        return beside < 0 || beside + UnitScores.WindowChoice.WIDTH > scores.length ? best : beside;
    }

    /** The scores under the names that the reader gives the units. */
    private Reading reading(int sitting, Score score, SeededRandom count) {
        List<UnitScore> present = score.units().stream().filter(unit -> unit.unit().present()).toList();
        double[] scores = present.stream().mapToDouble(UnitScore::score).toArray();
        if (scores.length > 1 && count.chance(traits.slip())) {
            int from = count.between(0, scores.length - 2);
            boolean twice = count.chance(0.5);
            for (int i = scores.length - 1; twice && i > from; i--) {
                scores[i] = scores[i - 1];
            }
            for (int i = from; !twice && i < scores.length - 1; i++) {
                scores[i] = scores[i + 1];
            }
            scores[twice ? from : scores.length - 1] = 0;
        }
        Map<DiscLevel, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            units.put(present.get(i).unit().level(), scores[i]);
        }
        double worst = units.values().stream().sorted(Comparator.reverseOrder()).limit(WORST).mapToDouble(Double::doubleValue).sum();
        return new Reading(traits.name(), sitting, units.values().stream().mapToDouble(Double::doubleValue).sum(), worst, units);
    }
}
