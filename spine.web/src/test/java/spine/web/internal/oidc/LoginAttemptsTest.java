package spine.web.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import spine.web.internal.oidc.LoginAttempts.Attempt;

class LoginAttemptsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginAttempts attempts = new LoginAttempts((InstantSource) now::get);

    @Test
    void theBrowserThatBeganComesBack() {
        Attempt attempt = attempts.begin();
        Attempt found = attempts.find(List.of("x", attempts.begin().cookie(), attempt.cookie()), attempt.state()).orElseThrow();
        assertEquals(attempt, found);
        assertTrue(found.verifier().matches("[A-Za-z0-9_-]{43}"), "RFC 7636 section 4.1");
        assertNotEquals(attempts.begin().nonce(), attempt.nonce());
    }

    @Test
    void othersDoNot() {
        Attempt attempt = attempts.begin();
        Attempt other = attempts.begin();
        assertTrue(attempts.find(List.of(), attempt.state()).isEmpty());
        assertTrue(attempts.find(List.of(other.cookie()), attempt.state()).isEmpty(), "another browser");
        assertTrue(attempts.find(List.of(attempt.cookie()), "").isEmpty());
        assertTrue(new LoginAttempts(now::get).find(List.of(attempt.cookie()), attempt.state()).isEmpty(), "another process");
        for (String odd : List.of("", ".", "1." + "a".repeat(43), attempt.cookie() + "x", "99999999999999." + "a".repeat(43))) {
            assertTrue(attempts.find(List.of(odd), attempt.state()).isEmpty(), odd);
        }
    }

    @Test
    void itTakesMinutesAtMost() {
        Attempt attempt = attempts.begin();
        now.set(now.get().plus(LoginAttempts.LONGEST).minusSeconds(1));
        assertTrue(attempts.find(List.of(attempt.cookie()), attempt.state()).isPresent());
        now.set(now.get().plus(Duration.ofSeconds(1)));
        assertTrue(attempts.find(List.of(attempt.cookie()), attempt.state()).isEmpty());
    }

    /** RFC 7636, appendix B. */
    @Test
    void theChallengeIsThatOfTheStandard() {
        assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                new Attempt("", "", "", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge());
    }
}
