package spine.web.internal.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that have begun. All that is known of one lies in a cookie of the browser: whoever begins logins without end takes no memory, and
 * pushes out nobody else's. State, nonce and verifier are derived from it by a key that only this process has. Safe for use by many
 * threads.
 */
final class LoginAttempts {
    /** For a person to type a password, and a second factor. */
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern COOKIE = Pattern.compile("(\\d{1,12})\\.[A-Za-z0-9_-]{43}");
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[BYTES];

    /**
     * One of them.
     *
     * @param cookie for the browser alone
     * @param state what the provider sends back with the browser
     * @param nonce what the provider writes into the ID token
     * @param verifier for PKCE (RFC 7636)
     */
    record Attempt(String cookie, String state, String nonce, String verifier) {

        /** RFC 7636, method S256. */
        String challenge() {
            try {
                return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        @Override
        public String toString() {
            return "login";
        }
    }

    LoginAttempts(InstantSource clock) {
        this.clock = clock;
        random.nextBytes(key);
    }

    Attempt begin() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return attempt(clock.instant().getEpochSecond() + "." + text(secret));
    }

    /**
     * The one that a browser comes back from.
     *
     * @param cookies of the browser
     * @param state that came with it
     * @return empty if it was begun in another browser, or too long ago, or by another process
     */
    Optional<Attempt> find(List<String> cookies, String state) {
        return cookies.stream().filter(this::isInTime).map(this::attempt)
                .filter(attempt -> MessageDigest.isEqual(attempt.state().getBytes(StandardCharsets.US_ASCII),
                        state.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    private boolean isInTime(String cookie) {
        var parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return false;
        }
        Instant begun = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        Instant now = clock.instant();
        return !begun.isAfter(now) && now.isBefore(begun.plus(LONGEST));
    }

    private Attempt attempt(String cookie) {
        return new Attempt(cookie, derived("state", cookie), derived("nonce", cookie), derived("verifier", cookie));
    }

    private String derived(String what, String cookie) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return text(mac.doFinal((what + "\n" + cookie).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
