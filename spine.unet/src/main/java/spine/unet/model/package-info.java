/**
 * A trained attention U-Net as a {@link spine.api.model.SegmentationModel}, for the platform and for a plain Java program: read its card,
 * load its weights, segment. All that a caller outside this bundle needs; the forms of the network, preprocessing, inference and training
 * are internal.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.unet.model;
