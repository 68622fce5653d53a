/**
 * Masks on the pixels of an image or the voxels of a stack of parallel slices, independent of any image class of the
 * platform: a voxel is an index, {@code (slice * rows + row) * columns + column}. {@link spine.common.raster.ConnectedComponents}
 * splits a mask into the parts that hang together; {@link spine.common.raster.Connectivity} says which voxels are neighbours.
 */
package spine.common.raster;
