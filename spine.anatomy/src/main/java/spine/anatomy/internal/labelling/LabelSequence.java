package spine.anatomy.internal.labelling;

import spine.anatomy.internal.tracing.Levels;

/**
 * The labels of a column from head to foot, in words.
 *
 * @param level per body 0 (C2) to S1, or -1 for no label
 * @param levels what they are
 */
record LabelSequence(int[] level, Levels levels) {

    /** The first body at which the labels do not simply count on, -1 if they do throughout. */
    int firstDoubt() {
        int top = 0;
        while (top < level.length - 1 && level[top] < 0) {
            top++;
        }
        // parts of the dens above C2 put no label in doubt
        for (int g = level[top] == 0 ? top + 1 : 1; g < level.length; g++) {
            boolean belowSacrum = level[g] < 0 && level[g - 1] == levels.s1();
            if (belowSacrum) {
                return -1;
            }
            if (level[g] != level[g - 1] + 1 || level[g - 1] < 0) {
                return g;
            }
        }
        return -1;
    }

    /** Label of the body or of the next one below it that has a label. */
    String nameFrom(int body) {
        for (int g = body; g < level.length; g++) {
            if (level[g] >= 0) {
                return levels.at(level[g]).name();
            }
        }
        return "the last named vertebra";
    }

    /** Where a body without a label lies. */
    String place(int body) {
        for (int g = body; g >= 0; g--) {
            if (level[g] >= 0) {
                return "below " + levels.at(level[g]);
            }
        }
        return "above " + nameFrom(body);
    }
}
