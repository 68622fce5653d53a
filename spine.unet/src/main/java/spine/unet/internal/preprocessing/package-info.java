/**
 * From slices in patient coordinates to network input: one orientation, one pixel spacing, bias field correction, channels from
 * neighbouring slices. Training and inference use the same code; its parameters are the {@code inputRecipe} of the model card. No ND4J
 * here.
 */
package spine.unet.internal.preprocessing;
