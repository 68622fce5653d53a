/** The patient: the tissue at every point, from the spine outwards. */
package spine.phantom.internal.shift.body;
