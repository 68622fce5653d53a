/**
 * Stacks with their truth and what they consist of: grids, series, UIDs, the spin-echo sequence, noiseless signals and the reference
 * signal of the fluid.
 */
package spine.phantom.internal.core.scan;
