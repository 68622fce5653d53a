package spine.unet.internal.preprocessing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.api.image.LabelMap;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;

/**
 * How the pixels of a stack become network input, and how the answers for its slices are joined; training and inference share it, and the
 * model card records it.
 * Each slice is turned upright, resampled in its plane, divided by its own smooth brightness (which removes the shading of
 * surface coils) and clipped softly: {@code limit * tanh(x / (smooth(x) + offset * level) / 2)}, where {@code level} is the robust
 * brightness of tissue in the stack. Channels may ask for the slices once more, smoothed over {@value #WIDER} times the distance.
 *
 * @param spacingMm edge of an input pixel, mm
 * @param shadingSigmaMm standard deviation of the smoothing, mm
 * @param shadingOffset share of the tissue level that keeps air dark
 * @param limit upper end of the input range; the lower end is 0
 * @param channels which slices make the channels
 * @param neighbourWeight weight of the answers for the two neighbouring slices beside that for the slice itself, whose weight is 1; 0 where
 *     every slice is for itself. Training is not concerned
 */
public record InputRecipe(double spacingMm, double shadingSigmaMm, double shadingOffset, double limit, SliceChannels channels, double neighbourWeight) {

    /** So many times as far a plane of the wide kind is evened out. */
    static final double WIDER = 3;

    /** The recipe of the shipped anatomy model. */
    public static final InputRecipe DEFAULT = of(SliceChannels.NEIGHBOURS, 0);

    public InputRecipe {
        if (!(spacingMm > 0) || !(shadingSigmaMm > 0) || !(shadingOffset > 0) || !(limit > 0) || !(neighbourWeight >= 0)) {
            throw new IllegalArgumentException("an input recipe needs positive numbers: spacing " + spacingMm + ", sigma "
                    + shadingSigmaMm + ", offset " + shadingOffset + ", limit " + limit + ", neighbours' weight " + neighbourWeight);
        }
    }

    /** The measures of the shipped models with those channels and that weight of the neighbours. */
    public static InputRecipe of(SliceChannels channels, double neighbourWeight) {
        return new InputRecipe(1.0, 30, 0.1, 1.5, channels, neighbourWeight);
    }

    /** For {@link spine.api.model.ModelCard#inputRecipe()}. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("spacingMm", Double.toString(spacingMm));
        map.put("shadingSigmaMm", Double.toString(shadingSigmaMm));
        map.put("shadingOffset", Double.toString(shadingOffset));
        map.put("softLimit", Double.toString(limit));
        map.put("channels", channels.title());
        map.put("neighbourWeight", Double.toString(neighbourWeight));
        return map;
    }

    /** What {@link #toMap} wrote. @throws IllegalArgumentException naming the entry that is missing or wrong */
    public static InputRecipe fromMap(Map<String, String> map) {
        return new InputRecipe(number(map, "spacingMm"), number(map, "shadingSigmaMm"), number(map, "shadingOffset"),
                number(map, "softLimit"), SliceChannels.titled(map.get("channels")),
                number(map, "neighbourWeight"));
    }

    private static double number(Map<String, String> map, String key) {
        String text = map.get(key);
        try {
            return Double.parseDouble(text);
        } catch (NullPointerException | NumberFormatException e) {
            throw new IllegalArgumentException("the input recipe needs a number for '" + key + "', not '" + text + "'", e);
        }
    }

    /** Input pixels of every slice of the stack. */
    public PreparedStack prepare(SliceStack stack) {
        SliceOrientation orientation = SliceOrientation.of(stack);
        Resampling resampling = resampling(stack);
        int slices = stack.slices().size();
        float[][] planes = new float[channels.planes(slices)][];
        for (int plane = 0; plane < planes.length; plane++) {
            planes[plane] = plane < slices ? resampling.apply(orientation.turned(stack.slices().get(plane).pixels())) : planes[plane - slices].clone();
        }
        even(Arrays.copyOf(planes, slices), resampling, shadingSigmaMm);
        if (planes.length > slices) {
            even(Arrays.copyOfRange(planes, slices, planes.length), resampling, WIDER * shadingSigmaMm);
        }
        return new PreparedStack(slices, resampling.rowsOut(), resampling.columnsOut(), planes);
    }

    private void even(float[][] planes, Resampling resampling, double sigmaMm) {
        new BiasFieldCorrection(resampling.rowsOut(), resampling.columnsOut(), sigmaMm / spacingMm, shadingOffset, limit).apply(planes);
    }

    /** The truth on the grid of {@link #prepare}: for every pixel the class that covers most of it. */
    public byte[][] prepareTruth(SliceStack stack, LabelMap truth) {
        SliceOrientation orientation = SliceOrientation.of(stack);
        Resampling resampling = resampling(stack);
        byte[][] labels = new byte[truth.labels().length][];
        for (int slice = 0; slice < labels.length; slice++) {
            labels[slice] = largestShare(truth.labels()[slice], truth.classes().size(), orientation, resampling);
        }
        return labels;
    }

    private static byte[] largestShare(byte[] labels, int classes, SliceOrientation orientation, Resampling resampling) {
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

    /** From the stack's grid, turned to {@link SliceOrientation}, to the grid of the recipe. */
    public Resampling resampling(SliceStack stack) {
        SliceOrientation orientation = SliceOrientation.of(stack);
        SlicePlane plane = stack.plane();
        return new Resampling(
                Resampling.Axis.to(orientation.rows(), orientation.transposed() ? plane.columnSpacing() : plane.rowSpacing(), spacingMm),
                Resampling.Axis.to(orientation.columns(), orientation.transposed() ? plane.rowSpacing() : plane.columnSpacing(), spacingMm));
    }
}
