/**
 * Levels, coordinate frames and the geometry of vertebral bodies and discs, as far as the truth is computed from it. The generators
 * implement {@link spine.phantom.internal.core.geometry.SpineGeometry} and {@link spine.phantom.internal.core.geometry.BodyGeometry}.
 */
package spine.phantom.internal.core.geometry;
