/** A Fourier transform and piecewise linear functions. */
package spine.phantom.internal.shift.numeric;
