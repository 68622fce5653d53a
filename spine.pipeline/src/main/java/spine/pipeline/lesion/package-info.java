/**
 * From the oedema model's answer to findings. {@link spine.pipeline.lesion.CandidateFindings} finds connected suspect marrow, ends it
 * at half the height of its signal and measures its {@link spine.pipeline.lesion.FindingFeature}s;
 * {@link spine.pipeline.lesion.LesionReading} gives each a probability by the rule of the model's card, and draws what is scored and what
 * is said of images from those that count. Begin reading there.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package spine.pipeline.lesion;
