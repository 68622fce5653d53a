/** Inflammation, its mimics and fat in the marrow: where they lie, which shape and severity they have. */
package spine.phantom.internal.shift.lesion;
