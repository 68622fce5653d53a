/**
 * Segmentation models. {@link spine.api.model.SegmentationModel} is the extension point: it maps the pixels of a stack to
 * probabilities of classes. What the classes mean, and which of the two tasks of the pipeline a model serves, is said by
 * {@link spine.api.model.ModelRole}. Every model has a {@link spine.api.model.ModelCard}: identity, training data, measured
 * quality, intended use, and from which probability its answer counts; that of an oedema model may have a
 * {@link spine.api.model.FindingRule}, which turns its answer into findings. The card is shown to users and stands in every report.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package spine.api.model;
