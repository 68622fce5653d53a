/**
 * What the two generators share, and nothing of either: random numbers, geometry that the truth is computed from, the scoring of the
 * truth, and the writing of files. The rule for what may lie here is that it defines what the truth of a study means or how its files
 * look, but not how a patient, a tissue or an image comes about. Hence the spin-echo equation, the positions at which a voxel is sampled
 * and the reference signal of the fluid are here: the truth needs them. Tissues, anatomy, lesions, scanners and headers are not.
 */
package spine.phantom.internal.core;
