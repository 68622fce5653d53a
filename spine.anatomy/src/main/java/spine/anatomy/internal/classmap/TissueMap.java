package spine.anatomy.internal.classmap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.ClassProbabilities;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;

/**
 * The most probable tissue of every pixel of one stack.
 *
 * @param stack the images
 * @param tissue {@code [slice][row * columns + column]}, codes of {@link TissueClass}
 * @param canal by slice, the pixels of the canal, ascending
 * @param knowsC2 whether the model has a class for C2
 * @param knowsS1 whether the model has a class for S1
 */
public record TissueMap(SliceStack stack, byte[][] tissue, int[][] canal, boolean knowsC2, boolean knowsS1) {

    /** @throws IllegalArgumentException if the maps do not fit the stack's grid */
    public static TissueMap of(SliceStack stack, ClassProbabilities maps) {
        if (maps.slices() != stack.slices().size()) {
            throw new IllegalArgumentException("class maps have " + maps.slices() + " slices for " + stack.slices().size()
                    + " images of series " + stack.seriesInstanceUid());
        }
        int pixels = stack.rows() * stack.columns();
        byte[] codes = TissueClass.codesOf(maps.classes());
        byte[][] labels = maps.mostProbable().labels();
        for (byte[] slice : labels) {
            if (slice.length != pixels) {
                throw new IllegalArgumentException("class maps have " + slice.length + " pixels for images of " + pixels
                        + " of series " + stack.seriesInstanceUid());
            }
            for (int i = 0; i < slice.length; i++) {
                slice[i] = codes[slice[i]];
            }
        }
        List<String> classes = maps.classes();
        int[][] canal = Arrays.stream(labels).map(TissueMap::canal).toArray(int[][]::new);
        return new TissueMap(stack, labels, canal, classes.contains(ModelRole.C2), classes.contains(ModelRole.S1));
    }

    private static int[] canal(byte[] tissue) {
        IntStream.Builder canal = IntStream.builder();
        for (int i = 0; i < tissue.length; i++) {
            if (tissue[i] == TissueClass.CANAL) {
                canal.add(i);
            }
        }
        return canal.build().toArray();
    }

    /** Shows every pixel of the canal to the visitor, in the order of slice and pixel. */
    public void visitCanal(PixelVisitor visitor) {
        int columns = stack.columns();
        for (int s = 0; s < canal.length; s++) {
            SlicePlane plane = stack.slices().get(s).plane();
            for (int pixel : canal[s]) {
                visitor.visit(s, pixel, plane.toPatient(pixel % columns, pixel / columns));
            }
        }
    }

    /** Volume of one voxel, mm3. */
    public double voxelVolume() {
        return stack.plane().pixelArea() * stack.sliceSpacing();
    }

    /** Looks at one pixel. */
    public interface PixelVisitor {

        /**
         * @param pixel {@code row * columns + column}
         * @param point its middle, patient mm
         */
        void visit(int slice, int pixel, Vec3 point);
    }
}
