package spine.phantom.internal.shift.prior;

import java.util.List;
import spine.phantom.internal.core.geometry.Levels;

/**
 * One profile of this generator. {@link #SHIFT} is frozen since before the first model was measured on it; {@link #HARD} was set once, so
 * that the models shipped then did clearly worse than on it, and is frozen since. Neither may be changed to suit a model.
 *
 * @param name the name of the profile
 * @param salt makes random numbers and UIDs differ from those of the same seed in another profile
 * @param spine bones and discs
 * @param marrow normal marrow
 * @param lesions inflammation
 * @param mimics what resembles it
 * @param scan images
 */
public record Priors(String name, long salt, SpinePriors spine, MarrowPriors marrow, LesionPriors lesions, MimicPriors mimics,
        ScanPriors scan) {

    public static final Priors SHIFT = new Priors("shift", 0x5317_F7A9_0000_0000L,
            new SpinePriors(0, 0.07, 0, 0, 0),
            new MarrowPriors(new Range(-0.1, 0.1), new Range(-0.05, 0.05), new Range(0.03, 0.15), 0.3, new Range(0.08, 0.3),
                    new Range(0, 0.85), new Range(0.85, 0.85)),
            new LesionPriors(0.3, 0.28, 0.85, List.of(5.0, 3.0, 2.0, 2.0, 1.0), 0, new Range(0, 0), 0),
            new MimicPriors(0.4, 2, 0.3, 0, 0.55, new Range(0.35, 0.95), 0.3, 3, 0.6, new Range(0.25, 0.7), new Range(1.2, 2.6), 0.25, 0.4,
                    new Range(0.25, 0.55), new Range(3, 5), Levels.T12),
            new ScanPriors(new Range(0.007, 0.03), new Range(0.9, 1.13), new Range(0.05, 0.4), 0, 0, 0.06, 0.05, new Range(21, 22.4)));

    /** Mimics as bright as lesions, lesions behind dark bone, noise, incomplete fields of view. */
    public static final Priors HARD = new Priors("hard", 0x4A2D_19C6_0000_0000L,
            new SpinePriors(0.2, 0.15, 0.12, 0.25, 0.15),
            new MarrowPriors(new Range(-0.18, 0.18), new Range(-0.08, 0.08), new Range(0.05, 0.22), 0.55, new Range(0.15, 0.5),
                    new Range(0.2, 1), new Range(0.6, 1.9)),
            new LesionPriors(0.3, 0.2, 1.05, List.of(4.0, 2.5, 2.0, 2.0, 1.0, 2.0, 1.5), 0.4, new Range(2, 6), 0.35),
            new MimicPriors(0.4, 3, 0.42, 0.3, 0.7, new Range(0.45, 0.95), 0.5, 3, 0.85, new Range(0.55, 1), new Range(2.5, 6), 0.25, 0.5,
                    new Range(0.35, 0.8), new Range(3, 5.5), Levels.T12 - 3),
            new ScanPriors(new Range(0.014, 0.045), new Range(0.82, 1.25), new Range(0.15, 0.5), 0.2, 0.2, 0.1, 0.2, new Range(21.5, 23)));
}
