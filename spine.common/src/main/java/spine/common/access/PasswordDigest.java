package spine.common.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-256 (RFC 8018), written {@code pbkdf2-sha256$ITERATIONS$SALT$DIGEST}, the last two in
 * Base64.
 *
 * @param iterations 1 or more
 * @param salt random
 * @param digest 32 bytes
 */
public record PasswordDigest(int iterations, byte[] salt, byte[] digest) {
    /** Characters of a password. */
    public static final int SHORTEST = 12;
    /** Characters of a password; a longer one would only take time. */
    public static final int LONGEST = 256;
    /** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA256; 0.2 to 0.5 s on one core. */
    private static final int ITERATIONS = 600_000;
    /** A file that asks for more is damaged, or made to keep the processor busy. */
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final String SCHEME = "pbkdf2-sha256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException with a sentence, if the password is too short or too long */
    public static PasswordDigest of(char[] password) {
        if (password.length < SHORTEST || password.length > LONGEST) {
            throw new IllegalArgumentException("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordDigest(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /** @throws IllegalArgumentException with a sentence, if it is no such text */
    public static PasswordDigest parse(String text) {
        String[] parts = text.split("\\$");
        if (parts.length == 4 && parts[0].equals(SCHEME) && parts[1].matches("\\d{1,8}")) {
            int iterations = Integer.parseInt(parts[1]);
            if (iterations >= 1 && iterations <= MOST_ITERATIONS) {
                byte[] digest = Base64.getDecoder().decode(parts[3]);
                byte[] salt = Base64.getDecoder().decode(parts[2]);
                if (digest.length == DIGEST_BYTES && salt.length > 0) {
                    return new PasswordDigest(iterations, salt, digest);
                }
            }
        }
        throw new IllegalArgumentException("A password is not kept as it should be.");
    }

    /** Takes the same time whether it is right or wrong. */
    public boolean matches(char[] password) {
        char[] bounded = password.length <= LONGEST ? password : Arrays.copyOf(password, LONGEST);
        boolean same = MessageDigest.isEqual(digest, derive(bounded, salt, iterations));
        return same && password.length <= LONGEST;
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, DIGEST_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join("$", SCHEME, Integer.toString(iterations), base64.encodeToString(salt), base64.encodeToString(digest));
    }
}
