/**
 * What counts of an oedema model's answer: probability threshold, contrast with the marrow around, margin of the spine, reach of an
 * endplate, size over neighbouring slices, and the finding for each image. {@link spine.pipeline.lesion.LesionPostprocessor} holds it
 * together.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.pipeline.lesion;
