/**
 * The truth of a synthetic study: labelled anatomy, visible oedema and SPARCC score, computed from the geometry and the noiseless signal
 * alone. It repeats the rules of the index on purpose instead of using {@code spine.sparcc}, which it is there to check.
 */
package spine.phantom.internal.core.truth;
