/**
 * The result folder of a study: what its {@link spine.pipeline.result.Manifest} says it was made of, and whether it may be replaced.
 * Begin reading at {@link spine.pipeline.result.ResultFolder}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.pipeline.result;
