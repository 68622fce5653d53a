/** Vertebrae, discs, centreline and canal of one patient, drawn from the demographics. */
package spine.phantom.internal.standard.spine;
