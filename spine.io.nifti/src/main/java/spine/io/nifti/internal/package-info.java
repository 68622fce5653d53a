/**
 * Images and masks of a result as NIfTI-1 volumes, for the tools of researchers. {@link spine.io.nifti.internal.NiftiReportWriter} is the
 * component; {@link spine.io.nifti.internal.VoxelGrid} says where voxels lie, {@link spine.io.nifti.internal.StructureLabels} what the
 * values of a mask mean.
 */
package spine.io.nifti.internal;
