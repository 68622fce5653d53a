package spine.phantom.internal.core.scan;

import spine.api.image.SliceStack;

/**
 * One stack with its truth on the same grid, {@code [slice][row * columns + column]}.
 *
 * @param stack the images
 * @param grid where its voxels lie
 * @param series the series it belongs to
 * @param anatomy class of {@link spine.api.model.ModelRole#ANATOMY_CLASSES}
 * @param oedema 1 where inflamed marrow that is scored fills most of the voxel
 * @param mimic what fills most of the voxel and resembles inflammation, as in {@link spine.phantom.internal.core.lesion.LesionType#MIMICS}
 * @param level vertebra (C2 = 0) or disc (C2/3 = 0) of pixels of those classes, -1 elsewhere
 */
public record Scan(SliceStack stack, Grid grid, SeriesInfo series, byte[][] anatomy, byte[][] oedema, byte[][] mimic,
        byte[][] level) {

    /** The same truth with other images, for example ones that name their files. */
    public Scan with(SliceStack images) {
        return new Scan(images, grid, series, anatomy, oedema, mimic, level);
    }

    /** The same scan with another oedema mask. */
    public Scan withOedema(byte[][] mask) {
        return new Scan(stack, grid, series, anatomy, mask, mimic, level);
    }
}
