/**
 * What an anatomy model says of one stack: the most probable tissue of every pixel
 * ({@link spine.anatomy.internal.classmap.TissueMap}), the same as points in the patient
 * ({@link spine.anatomy.internal.classmap.VoxelCloud}), and how far the images reach. The packages beside it build on this.
 */
package spine.anatomy.internal.classmap;
