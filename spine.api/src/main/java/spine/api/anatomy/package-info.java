/**
 * The labelled spine: which vertebra and which disc is where. {@link spine.api.anatomy.SpineAnatomy} is the result for a study,
 * with one {@link spine.api.anatomy.StackAnatomy} for each stack (masks on its pixel grid, vertebral bodies with their
 * endplates, discs) and the discovertebral units, usually C2/3 to L5/S1, that indices score; {@link
 * spine.api.anatomy.NumericalVariant} has the rule for people with a vertebra more or fewer. Points and directions are patient
 * coordinates in mm (LPS).
 *
 * <p>The extension point is {@link spine.api.anatomy.AnatomyLocaliser}, which makes all this from the class maps of an anatomy
 * model. Most readers need {@code SpineAnatomy} and {@link spine.api.anatomy.DiscLevel} only.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package spine.api.anatomy;
