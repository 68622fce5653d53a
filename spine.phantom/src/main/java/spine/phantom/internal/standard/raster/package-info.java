/** Signals and labels by voxel, before acquisition. */
package spine.phantom.internal.standard.raster;
