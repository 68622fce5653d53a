/**
 * The labelled spine: which vertebra and which disc is where. {@link spine.api.anatomy.SpineAnatomy} is the result for a study,
 * with one {@link spine.api.anatomy.StackAnatomy} for each stack (masks on its pixel grid, vertebral bodies with their
 * endplates, discs) and the 23 discovertebral units C2/3 to L5/S1 that indices score. Points and directions are patient
 * coordinates in mm (LPS).
 *
 * <p>The extension point is {@link spine.api.anatomy.AnatomyLocaliser}, which makes all this from the class maps of an anatomy
 * model. Most readers need {@code SpineAnatomy} and {@link spine.api.anatomy.DiscLevel} only.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.anatomy;
