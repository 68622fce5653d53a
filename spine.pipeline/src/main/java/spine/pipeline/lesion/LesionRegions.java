package spine.pipeline.lesion;

import java.util.Arrays;
import java.util.List;

import spine.api.image.SliceStack;
import spine.common.raster.ConnectedComponents;
import spine.common.raster.Connectivity;

/** Marked pixels of a stack that touch each other, across corners too: regions of one slice, or sites over neighbouring slices. */
final class LesionRegions {

    /** A pixel of a stack; {@code index} is {@code row * columns + column}. */
    record Pixel(int slice, int row, int column, int index) {
    }

    private LesionRegions() {
    }

    /** @param mask 1 where something was found, by slice, row-major */
    static List<List<Pixel>> withinSlices(byte[][] mask, SliceStack stack) {
        return regions(mask, stack, Connectivity.EIGHT);
    }

    /** @param mask as {@link #withinSlices}; a pixel also touches the nine behind it on the next slice */
    static List<List<Pixel>> acrossSlices(byte[][] mask, SliceStack stack) {
        return regions(mask, stack, Connectivity.TWENTY_SIX);
    }

    private static List<List<Pixel>> regions(byte[][] mask, SliceStack stack, Connectivity connectivity) {
        int columns = stack.columns();
        int pixels = stack.rows() * columns;
        return ConnectedComponents.of(mask.length, stack.rows(), columns, connectivity, voxel -> mask[voxel / pixels][voxel % pixels] != 0)
                .components().stream().map(region -> Arrays.stream(region)
                        .mapToObj(voxel -> pixel(voxel / pixels, voxel % pixels, columns)).toList()).toList();
    }

    private static Pixel pixel(int slice, int index, int columns) {
        return new Pixel(slice, index / columns, index % columns, index);
    }
}
