/** The random fields that texture tissues and organs: spectral and cellular noise. */
package spine.phantom.internal.shift.noise;
