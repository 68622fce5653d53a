/** Studies, sagittal slice stacks and the maps that share their grid. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package spine.api.image;
