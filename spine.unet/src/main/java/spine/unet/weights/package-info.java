/**
 * The file {@code weights.zip}: one network or an ensemble, in a zip file whose bytes depend on its content alone, so that the same
 * training gives the same SHA-256. {@link spine.unet.weights.NetworkFile} reads it, for inference and for training, without DL4J and within
 * bounds.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.unet.weights;
