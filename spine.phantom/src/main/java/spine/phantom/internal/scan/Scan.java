package spine.phantom.internal.scan;

import spine.api.image.SliceStack;

/**
 * One stack with its truth on the same grid, {@code [slice][row * columns + column]}.
 *
 * @param stack the images
 * @param grid where its voxels lie
 * @param anatomy class of {@link spine.api.model.ModelRole#ANATOMY_CLASSES}
 * @param oedema 1 where inflamed marrow that counts fills most of the voxel
 * @param level vertebra (C2 = 0) or disc (C2/3 = 0) of pixels of those classes, -1 elsewhere
 */
public record Scan(SliceStack stack, Grid grid, byte[][] anatomy, byte[][] oedema, byte[][] level) {
}
