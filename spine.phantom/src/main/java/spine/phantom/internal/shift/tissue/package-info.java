/** Tissues with density, relaxation times and fat, and their signals under a sequence. */
package spine.phantom.internal.shift.tissue;
