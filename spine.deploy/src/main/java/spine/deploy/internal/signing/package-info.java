/**
 * Signatures of bundles: who signed a jar and whether that signer is trusted, and the development key with which an
 * installation signs its own.
 */
package spine.deploy.internal.signing;
