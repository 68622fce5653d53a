package spine.unet.preprocessing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.api.image.LabelMap;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.common.text.PlainText;

/**
 * How the pixels of a stack become network input, and how the probabilities of its slices are smoothed between slices. Training and
 * inference share it, and the model card records it.
 *
 * <p>Each slice is turned to one {@linkplain SliceOrientation orientation}, resampled in its plane and divided by its own low-pass filtered
 * intensity, which removes the bias field of surface coils ({@link BiasFieldCorrection}). Channels may ask for the slices a second time,
 * filtered over {@value #WIDER} times the distance.
 *
 * @param spacingMm edge of an input pixel, mm
 * @param shadingSigmaMm standard deviation of the low-pass filter that estimates the bias field, mm
 * @param shadingOffset share of the tissue intensity that is added to the divisor, so that air stays dark
 * @param limit upper end of the input range; the lower end is 0
 * @param channels which slices make the channels
 * @param neighbourWeight weight of each neighbouring slice in {@linkplain spine.unet.internal.inference.InterSliceSmoothing smoothing}, the
 *     slice itself having 1; 0 for none. Training ignores it
 */
public record InputRecipe(double spacingMm, double shadingSigmaMm, double shadingOffset, double limit, SliceChannels channels,
        double neighbourWeight) {

    /** Standard deviation of the filter for planes of the wide kind, in multiples of the other's. */
    static final double WIDER = 3;
    /** Half the finest pixel of a clinical spine protocol, mm; what a card may ask for in memory grows with the square of its inverse. */
    private static final double FINEST = 0.1;

    /** The recipe of the shipped anatomy model. */
    public static final InputRecipe DEFAULT = of(SliceChannels.NEIGHBOURS, 0);

    public InputRecipe {
        require("spacingMm", spacingMm, FINEST, 10);
        require("shadingSigmaMm", shadingSigmaMm, 1, 1000);
        require("shadingOffset", shadingOffset, 1e-6, 1e3);
        require("softLimit", limit, 1e-3, 1e6);
        require("neighbourWeight", neighbourWeight, 0, 1e3);
    }

    private static void require(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("the input recipe has " + key + " = " + value + ", which must lie in " + least + " to "
                    + most);
        }
    }

    /** The recipe of the shipped models, but with those channels and that weight of the neighbours. */
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

    /**
     * Reads what {@link #toMap} wrote.
     *
     * @throws IllegalArgumentException naming the entry that is missing or wrong
     */
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
            throw new IllegalArgumentException("the input recipe needs a number for '" + key + "', not '"
                    + PlainText.excerpt(String.valueOf(text))
                    + "'", e);
        }
    }

    /** Input pixels of every slice of the stack. */
    public PreparedStack prepare(SliceStack stack) {
        return prepare(stack, PlaneTasks.IN_ORDER);
    }

    /**
     * The same, bit for bit, with the work of many threads.
     *
     * @param tasks does the planes
     */
    public PreparedStack prepare(SliceStack stack, PlaneTasks tasks) {
        SliceOrientation orientation = SliceOrientation.of(stack);
        Resampling resampling = resampling(stack);
        int slices = stack.slices().size();
        float[][] planes = new float[channels.planes(slices)][];
        tasks.run(slices, slice -> planes[slice] = resampling.apply(orientation.turned(stack.slices().get(slice).pixels())));
        for (int plane = slices; plane < planes.length; plane++) {
            planes[plane] = planes[plane - slices].clone();
        }
        correct(Arrays.copyOf(planes, slices), resampling, shadingSigmaMm, tasks);
        if (planes.length > slices) {
            correct(Arrays.copyOfRange(planes, slices, planes.length), resampling, WIDER * shadingSigmaMm, tasks);
        }
        return new PreparedStack(slices, resampling.rowsOut(), resampling.columnsOut(), planes);
    }

    private void correct(float[][] planes, Resampling resampling, double sigmaMm, PlaneTasks tasks) {
        new BiasFieldCorrection(resampling.rowsOut(), resampling.columnsOut(), sigmaMm / spacingMm, shadingOffset, limit)
                .apply(planes, tasks);
    }

    /** Whether that recipe makes the same input of a stack: only what is done with the answer differs. */
    boolean preparesAs(InputRecipe other) {
        return equals(new InputRecipe(other.spacingMm, other.shadingSigmaMm, other.shadingOffset, other.limit, other.channels,
                neighbourWeight));
    }

    /** The truth on the grid of {@link #prepare}: for every pixel the class that covers most of it. */
    public byte[][] prepareTruth(SliceStack stack, LabelMap truth) {
        LabelResampling resampling = new LabelResampling(SliceOrientation.of(stack), resampling(stack), truth.classes().size());
        return Arrays.stream(truth.labels()).map(resampling::apply).toArray(byte[][]::new);
    }

    /** From the stack's grid, in the orientation of {@link SliceOrientation}, to the grid of the recipe. */
    public Resampling resampling(SliceStack stack) {
        SliceOrientation orientation = SliceOrientation.of(stack);
        SlicePlane plane = stack.plane();
        boolean transposed = orientation.transposed();
        return new Resampling(
                Resampling.Axis.to(orientation.rows(), transposed ? plane.columnSpacing() : plane.rowSpacing(), spacingMm),
                Resampling.Axis.to(orientation.columns(), transposed ? plane.rowSpacing() : plane.columnSpacing(), spacingMm));
    }
}
