/**
 * Random changes of training crops: rotation, scale, elastic deformation, intensity curve, bias field, blur, noise, missing neighbours,
 * image ends.
 */
package spine.unet.training.internal.augmentation;
