package spine.unet.training.internal.sampling;

import java.util.Arrays;
import java.util.Random;
import spine.unet.preprocessing.SliceChannels;
import spine.unet.training.internal.augmentation.Augmentation;

/** Cuts augmented crops out of stored stacks into the arrays of a batch. Immutable. */
public final class CropExtractor {
    private final int rows;
    private final int columns;
    private final int classes;
    private final SliceChannels channels;
    private final float limit;

    /**
     * @param rows rows of a crop
     * @param columns columns of a crop
     * @param classes number of classes, background included
     * @param channels composition of the input
     * @param limit upper end of the input range
     */
    public CropExtractor(int rows, int columns, int classes, SliceChannels channels, double limit) {
        this.rows = rows;
        this.columns = columns;
        this.classes = classes;
        this.channels = channels;
        this.limit = (float) limit;
    }

    /** Values of the input of one crop. */
    public int inputLength() {
        return rows * columns * channels.count();
    }

    /** Values of the truth of one crop. */
    public int truthLength() {
        return rows * columns * classes;
    }

    /**
     * Extracts one crop.
     *
     * @param place its centre
     * @param input receives {@code [row][column][channel]} of crop {@code index}
     * @param truth receives {@code [row][column][class]}, 1 for the true class
     * @param random source of the noise
     * @param index of the crop in the batch
     */
    public void extract(CropSampler.Place place, Augmentation change, Random random, float[] input, float[] truth, int index) {
        double cos = Math.cos(change.angle());
        double sin = Math.sin(change.angle());
        int[] sources = channels.planes(place.slice(), place.stack().slices, change.mirrored(), change.alone());
        int at = index * inputLength();
        int truthAt = index * truthLength();
        int first = (int) (change.above() * rows);
        int end = rows - (int) (change.below() * rows);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double y = (r - (rows - 1) / 2.0 + change.deformation().downAt(r, c)) / change.rowScale();
                double x = (c - (columns - 1) / 2.0 + change.deformation().rightAt(r, c)) / change.columnScale();
                double row = place.row() + y * cos - x * sin;
                double column = place.column() + y * sin + x * cos;
                interpolate(place.stack(), sources, row, column, input, at + (r * columns + c) * sources.length);
                int label = r < first || r >= end ? 0
                        : place.stack().label(place.slice(), (int) Math.round(row), (int) Math.round(column));
                truth[truthAt + (r * columns + c) * classes + label] = 1;
            }
        }
        if (change != Augmentation.NONE) {
            changeIntensity(change, input, at);
            for (int i = 0; i < change.blurs(); i++) {
                blur((float) change.blur(), input, at);
            }
            addNoise(change, random, input, at);
            int rowLength = columns * sources.length;
            Arrays.fill(input, at, at + first * rowLength, 0);
            Arrays.fill(input, at + end * rowLength, at + rows * rowLength, 0);
        }
    }

    private static void interpolate(StoredStack stack, int[] sources, double row, double column, float[] input, int at) {
        int r = (int) Math.floor(row);
        int c = (int) Math.floor(column);
        float down = (float) (row - r);
        float right = (float) (column - c);
        for (int channel = 0; channel < sources.length; channel++) {
            int slice = sources[channel];
            float upper = stack.pixel(slice, r, c) * (1 - right) + stack.pixel(slice, r, c + 1) * right;
            float lower = stack.pixel(slice, r + 1, c) * (1 - right) + stack.pixel(slice, r + 1, c + 1) * right;
            input[at + channel] = upper * (1 - down) + lower * down;
        }
    }

    private void changeIntensity(Augmentation change, float[] input, int at) {
        int count = channels.count();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double field = change.bias(2.0 * c / columns - 1, 2.0 * r / rows - 1);
                for (int channel = 0; channel < count; channel++) {
                    int i = at + (r * columns + c) * count + channel;
                    input[i] = (float) Math.min(limit, limit * change.intensity().at(input[i] / limit) * field);
                }
            }
        }
    }

    private void blur(float share, float[] input, int at) {
        if (share == 0) {
            return;
        }
        int step = channels.count();
        blurAlong(share, input, at, step, columns, columns * step, rows);
        blurAlong(share, input, at, columns * step, rows, step, columns);
    }

    /** (1 2 1) / 4 along one direction, mixed with the original. */
    private void blurAlong(float share, float[] input, int at, int step, int length, int lineStep, int lines) {
        for (int channel = 0; channel < channels.count(); channel++) {
            for (int line = 0; line < lines; line++) {
                int i = at + line * lineStep + channel;
                float before = input[i];
                for (int k = 0; k < length; k++, i += step) {
                    float here = input[i];
                    float after = k + 1 < length ? input[i + step] : here;
                    input[i] = here + share * ((before + 2 * here + after) / 4 - here);
                    before = here;
                }
            }
        }
    }

    private void addNoise(Augmentation change, Random random, float[] input, int at) {
        if (change.noise() == 0) {
            return;
        }
        for (int i = at; i < at + inputLength(); i++) {
            float noisy = input[i] + (float) (change.noise() * random.nextGaussian());
            input[i] = Math.max(0, Math.min(limit, noisy));
        }
    }
}
