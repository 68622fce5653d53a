/**
 * The generator of the shift profile, which no training uses: anatomy, tissues, lesions, scanner and headers of another make, with
 * methods of their own (spectral and cellular noise, metaballs, coil loops, k-space). Its ranges were fixed once and are not adapted to
 * the results of models. Packages and class names are those of the standard generator; it uses the core alone.
 */
package spine.phantom.internal.shift;
