package spine.unet.preprocessing;

/** Brings label maps to the grid of the network's input: for every output pixel the class that covers most of it. Immutable. */
final class LabelResampling {
    private final SliceOrientation orientation;
    private final Resampling resampling;
    private final int classes;

    /** @param classes number of classes, background included */
    LabelResampling(SliceOrientation orientation, Resampling resampling, int classes) {
        this.orientation = orientation;
        this.resampling = resampling;
        this.classes = classes;
    }

    /** @param labels of a stored slice, row-major, {@code 0..classes-1} */
    byte[] apply(byte[] labels) {
        byte[] best = new byte[resampling.rowsOut() * resampling.columnsOut()];
        float[] share = new float[best.length];
        float[] covered = new float[labels.length];
        for (int c = 0; c < classes; c++) {
            boolean present = false;
            for (int i = 0; i < labels.length; i++) {
                covered[i] = labels[i] == c ? 1 : 0;
                present |= labels[i] == c;
            }
            if (!present) {
                continue;
            }
            float[] here = resampling.apply(orientation.turned(covered));
            for (int i = 0; i < best.length; i++) {
                if (here[i] > share[i]) {
                    share[i] = here[i];
                    best[i] = (byte) c;
                }
            }
        }
        return best;
    }
}
