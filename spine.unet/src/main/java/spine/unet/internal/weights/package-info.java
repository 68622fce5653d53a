/**
 * The file {@code weights.zip}: one network or an ensemble, in a zip file whose bytes depend on its content alone, so that the same
 * training gives the same SHA-256.
 */
package spine.unet.internal.weights;
