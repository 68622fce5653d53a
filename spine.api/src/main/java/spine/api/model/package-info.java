/** Extension point: segmentation models and their model cards. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.api.model;
