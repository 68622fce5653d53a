/**
 * The types of lesions, what becomes of them with time, and what the truth must know of them. The generators decide where lesions lie and
 * what they look like.
 */
package spine.phantom.internal.core.lesion;
