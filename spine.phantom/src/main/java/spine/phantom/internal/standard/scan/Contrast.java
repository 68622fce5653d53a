package spine.phantom.internal.standard.scan;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.SpinEchoSequence;

/** Contrasts of sagittal images besides STIR. */
public enum Contrast {
    /** T1-weighted, fat bright and fluid dark. */
    T1("T1 TSE") {
        @Override
        SpinEchoSequence sequence(SeededRandom draw) {
            return new SpinEchoSequence(Math.rint(draw.uniform(450, 750)), Math.rint(draw.uniform(7, 14)), 0);
        }
    },
    /** T2-weighted, fat and fluid bright. */
    T2("T2 TSE") {
        @Override
        SpinEchoSequence sequence(SeededRandom draw) {
            return new SpinEchoSequence(Math.rint(draw.uniform(2500, 6000)), Math.rint(draw.uniform(60, 130)), 0);
        }
    },
    /** The water image of a Dixon or water-excited sequence: little fat, marrow darker than discs and fluid. */
    WATER("WATER") {
        @Override
        SpinEchoSequence sequence(SeededRandom draw) {
            return new SpinEchoSequence(Math.rint(draw.uniform(1500, 5000)), Math.rint(draw.uniform(8, 45)), 0);
        }

        @Override
        double fatShare(SeededRandom draw) {
            return draw.uniform(0, 0.2);
        }
    };

    private final String words;

    Contrast(String words) {
        this.words = words;
    }

    /** Words for a series description. */
    String words() {
        return words;
    }

    abstract SpinEchoSequence sequence(SeededRandom draw);

    /** Share of the fat signal that is left, 0..1. */
    double fatShare(SeededRandom draw) {
        return 1;
    }
}
