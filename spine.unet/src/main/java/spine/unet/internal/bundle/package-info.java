/**
 * Model bundles: the packer writes a trained model as a bundle without code, and the extender turns every started bundle of that kind into
 * a {@link spine.api.model.SegmentationModel} service, or into a {@link spine.api.model.RefusedModel} that says what is wrong with it.
 */
package spine.unet.internal.bundle;
