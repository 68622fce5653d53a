/** Levels of the spine, the extension point that finds them, and what it finds. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.anatomy;
