package spine.web.internal.access;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import spine.common.access.Account;
import spine.common.access.GeneratedPassword;
import spine.common.access.PasswordDigest;

/**
 * Compares passwords with what is kept of them, which takes long on purpose. A program that sends its password with each request would
 * wait for it each time: what was right is remembered for minutes, under a key that only this process has. Safe for use by many threads.
 */
final class PasswordCheck {
    private static final int MOST = 200;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final String MAC = "HmacSHA256";

    private final InstantSource clock;
    private final byte[] secret = new byte[32];
    private final Map<String, Instant> right = new LinkedHashMap<>();
    /** What the password of nobody is compared with, so that an unknown name takes as long as a known one. */
    private final PasswordDigest nobody = PasswordDigest.of(GeneratedPassword.draw());

    PasswordCheck(InstantSource clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(secret);
    }

    /** Whether the same was right a short time ago. @param account empty if there is none of the name: then false, after the same time */
    boolean isRemembered(Optional<Account> account, char[] password) {
        String key = key(account.map(Account::password).orElse(nobody.toString()), password);
        synchronized (right) {
            Instant until = right.get(key);
            return until != null && clock.instant().isBefore(until);
        }
    }

    /** @param account empty if there is none of the name that was given: then false, after the same time */
    boolean matches(Optional<Account> account, char[] password) {
        boolean same = account.map(known -> PasswordDigest.parse(known.password())).orElse(nobody).matches(password);
        if (account.isEmpty() || !same) {
            return false;
        }
        synchronized (right) {
            right.put(key(account.get().password(), password), clock.instant().plus(REMEMBERED));
            if (right.size() > MOST) {
                right.remove(right.keySet().iterator().next());
            }
        }
        return true;
    }

    private String key(String kept, char[] password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            mac.update(kept.getBytes(StandardCharsets.UTF_8));
            mac.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
