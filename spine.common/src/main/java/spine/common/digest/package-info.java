/**
 * Digests that name content: weights of a model, a bundle that was dropped in, a set of training data. There is one
 * algorithm, {@link spine.common.digest.Sha256}, and one way to write it, lower-case hexadecimal, so that digests from
 * manifests, model cards, audit log and {@code sha256sum} can be compared as text.
 */
package spine.common.digest;
