/** Extension point: scoring indices, and the per-unit record they produce. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package spine.api.score;
