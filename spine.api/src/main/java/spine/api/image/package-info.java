/**
 * Images as the platform sees them, independent of any file format: a {@link spine.api.image.Study} consists of sagittal
 * {@link spine.api.image.SliceStack}s, ordered from head to foot, and a stack of parallel {@link spine.api.image.Slice}s with
 * pixels and position in patient coordinates (mm, LPS). {@link spine.api.image.ClassProbabilities} and
 * {@link spine.api.image.LabelMap} are what a model says of the pixels of a stack, on the same grid. Nothing here names a
 * patient.
 *
 * <p>The extension point is {@link spine.api.image.StudyReader}: it finds studies in a kind of source and reads them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.1.0")
package spine.api.image;
