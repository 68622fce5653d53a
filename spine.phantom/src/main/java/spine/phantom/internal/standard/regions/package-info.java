/** The body around the spine: head, neck, thorax, abdomen, pelvis, muscles and skin. */
package spine.phantom.internal.standard.regions;
