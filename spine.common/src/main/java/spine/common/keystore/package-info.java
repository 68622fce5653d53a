/**
 * Key stores (PKCS #12) that spine makes itself: a key with its self-signed certificate, and the password that protects the file; and trust
 * in certificates of others.
 */
package spine.common.keystore;
