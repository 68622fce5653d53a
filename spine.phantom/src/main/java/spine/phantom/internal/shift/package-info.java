/**
 * The generator of the profiles shift and hard, which no training uses: anatomy, tissues, lesions, scanner and headers of another make,
 * with methods of their own (spectral and cellular noise, metaballs, coil loops, k-space). Its ranges,
 * {@link spine.phantom.internal.shift.prior.Priors}, were fixed once for each profile and are not adapted to the results of models.
 * Packages and class names are those of the standard generator; it uses the core alone.
 */
package spine.phantom.internal.shift;
