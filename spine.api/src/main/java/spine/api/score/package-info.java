/**
 * Scoring indices. {@link spine.api.score.ScoringIndex} is the extension point for whoever brings a rule of their own: it gets
 * the labelled spine with its lesions ({@link spine.api.score.ScoringInput}) and returns a {@link spine.api.score.Score} with a
 * record for each discovertebral unit.
 *
 * <p>Begin an index with {@link spine.api.score.UnitView}, which answers what most rules ask of a unit: which pixels are its
 * marrow, which of these are lesion, on which slices the spinal canal is seen. {@link spine.api.score.MarrowContrast} tells
 * lesion from noise. The examples of the project show complete indices.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package spine.api.score;
