package spine.api.image;

import java.util.Arrays;
import java.util.List;

/**
 * Per-pixel class probabilities on the grid of a {@link SliceStack}, quantised to 1/255 so that a whole spine fits in
 * memory. Arrays are shared, not copied: nobody may write to them after construction. Safe for use by many threads.
 */
public final class ClassProbabilities {
    private static final byte[] NONE = new byte[128];

    private final List<String> classes;
    private final byte[][][] quantised;

    /**
     * @param classes names of the classes; index 0 is {@code background}
     * @param quantised {@code [class][slice][row * columns + column]}, unsigned, 255 means probability 1
     */
    public ClassProbabilities(List<String> classes, byte[][][] quantised) {
        this.classes = List.copyOf(classes);
        this.quantised = quantised;
        if (quantised.length != this.classes.size()) {
            throw new IllegalArgumentException(quantised.length + " maps for " + this.classes.size() + " classes");
        }
    }

    public List<String> classes() {
        return classes;
    }

    public int slices() {
        return quantised[0].length;
    }

    /** Probability in 0..1 of the class at the pixel. */
    public float at(int classIndex, int slice, int pixel) {
        return (quantised[classIndex][slice][pixel] & 0xff) / 255f;
    }

    /** The unsigned map of one class on one slice, 255 means 1; read only. */
    public byte[] map(int classIndex, int slice) {
        return quantised[classIndex][slice];
    }

    /** Index of the class of that name. @throws IllegalArgumentException if the model has no such class */
    public int indexOf(String className) {
        int index = classes.indexOf(className);
        if (index < 0) {
            throw new IllegalArgumentException("no class " + className + " among " + classes);
        }
        return index;
    }

    /** The most probable class of every pixel; the lower index wins a tie. */
    public LabelMap mostProbable() {
        byte[][] labels = new byte[slices()][];
        for (int slice = 0; slice < labels.length; slice++) {
            byte[] best = new byte[quantised[0][slice].length];
            byte[] highest = quantised[0][slice].clone();
            for (int c = 1; c < quantised.length; c++) {
                raise(highest, best, quantised[c][slice], (byte) c);
            }
            labels[slice] = best;
        }
        return new LabelMap(classes, labels);
    }

    /** Most classes are nowhere in most of an image: where a whole block has none of a class, there is nothing to compare. */
    private static void raise(byte[] highest, byte[] best, byte[] map, byte label) {
        for (int from = 0; from < map.length; from += NONE.length) {
            int to = Math.min(map.length, from + NONE.length);
            if (!Arrays.equals(map, from, to, NONE, 0, to - from)) {
                for (int i = from; i < to; i++) {
                    if ((map[i] & 0xff) > (highest[i] & 0xff)) {
                        highest[i] = map[i];
                        best[i] = label;
                    }
                }
            }
        }
    }
}
