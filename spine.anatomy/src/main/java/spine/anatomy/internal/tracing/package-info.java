/**
 * From the class map of one stack to its chain of vertebral bodies and discs, not yet labelled: the centreline of the spine,
 * cross-sections along it, the boundaries between bodies, and which voxel belongs to which body or disc. {@link
 * spine.anatomy.internal.tracing.VertebralChain} is the way in. Coordinates are patient LPS in mm; arc lengths count from the
 * head end of the centreline. Reference sizes of the levels are in {@link spine.anatomy.internal.tracing.Morphometry}.
 */
package spine.anatomy.internal.tracing;
