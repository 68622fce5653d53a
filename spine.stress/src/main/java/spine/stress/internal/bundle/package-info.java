/** Bundles that are made from installed ones: other versions of a model, which answer alike or not. */
package spine.stress.internal.bundle;
