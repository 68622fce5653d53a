/** The random field that textures tissues and organs: value noise. */
package spine.phantom.internal.standard.noise;
