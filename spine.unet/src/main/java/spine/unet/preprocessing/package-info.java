/**
 * From slices in patient coordinates to network input: one orientation, one pixel spacing, bias field correction, channels from
 * neighbouring slices. Training and inference use the same code; its parameters are the {@code inputRecipe} of the model card.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.unet.preprocessing;
