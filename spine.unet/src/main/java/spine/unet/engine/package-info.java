/**
 * Inference engines: an {@link spine.unet.engine.InferenceEngine} is a service that turns the weights of a network into an
 * {@link spine.unet.engine.InferenceSession}, which maps images to class probabilities. Arrays of Java alone cross this border, so that an
 * engine may be any library on any device.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.unet.engine;
