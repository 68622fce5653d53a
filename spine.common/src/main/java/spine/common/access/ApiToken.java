package spine.common.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

import spine.common.digest.Sha256;

/**
 * The right of a program to use the platform. The program has the text {@code spine_ID_SECRET}; of the secret only the digest is kept,
 * which is enough because it is random and long.
 *
 * @param id 8 hexadecimal digits, by which it is found and revoked
 * @param name for people, as {@link AccountName} has it; several tokens may have the same
 * @param secret SHA-256 of the secret, 64 hexadecimal digits
 * @param expires from when on it is no longer valid
 */
public record ApiToken(String id, String name, Role role, String secret, Instant created, Instant expires) {
    private static final String PREFIX = "spine_";
    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ApiToken {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(expires, "expires");
        AccountName.checked(name);
        if (!id.matches("[0-9a-f]{8}") || !secret.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A token is not kept as it should be.");
        }
    }

    /**
     * A token, and the text that only its holder has.
     *
     * @param text shown once
     */
    public record Made(ApiToken token, String text) {
    }

    /** Draws a new one. */
    public static Made make(String name, Role role, Instant created, Instant expires) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        String shown = HexFormat.of().formatHex(id);
        String hidden = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Made(new ApiToken(shown, AccountName.checked(name), role, digest(hidden), created, expires),
                PREFIX + shown + "_" + hidden);
    }

    /** The id that a text names; empty if it is no token at all. */
    static Optional<String> id(String text) {
        return text.matches(PREFIX + "[0-9a-f]{8}_[A-Za-z0-9_-]{43}") ? Optional.of(text.substring(PREFIX.length(), PREFIX.length() + 8))
                : Optional.empty();
    }

    /** Whether a text of the right form is this token's. Takes the same time for every secret. */
    boolean matches(String text) {
        String hidden = text.substring(PREFIX.length() + 9);
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.US_ASCII), digest(hidden).getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(String hidden) {
        return Sha256.of(hidden.getBytes(StandardCharsets.US_ASCII));
    }
}
