/**
 * Class probabilities of a stack: slices in parallel on shared threads, large slices in overlapping tiles, the mean over an ensemble of
 * networks, smoothing between slices.
 */
package spine.unet.internal.inference;
