package spine.web.internal.oidc;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/** Checks ID tokens (OpenID Connect Core 1.0, section 3.1.3.7). Safe for use by many threads. */
final class IdTokenCheck {
    /** Of the clocks of this machine and the provider. */
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final String issuer;
    private final String client;
    private final JWKSource<SecurityContext> keys;
    private final InstantSource clock;

    IdTokenCheck(String issuer, String client, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.issuer = issuer;
        this.client = client;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param nonce of the login for which it was asked
     * @return what the provider says of the person
     * @throws BadJOSEException if it is not signed by the provider, not for this client, not for this login, or not of now
     * @throws JOSEException if the keys of the provider cannot be had
     */
    JWTClaimsSet claims(String token, String nonce) throws BadJOSEException, JOSEException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(client,
                new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(), Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew((int) SKEW.toSeconds());
        processor.setJWTClaimsSetVerifier(verifier);
        JWTClaimsSet claims = processed(processor, token);
        List<String> audience = claims.getAudience();
        Map<String, Object> all = claims.getClaims();
        if (!client.equals(all.getOrDefault("azp", audience.size() == 1 ? client : null))) {
            throw new BadJWTException("it is for another client, too");
        }
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW))) {
            throw new BadJWTException("it was issued in the future");
        }
        return claims;
    }

    private static JWTClaimsSet processed(DefaultJWTProcessor<SecurityContext> processor, String token)
            throws BadJOSEException, JOSEException {
        try {
            return processor.process(token, null);
        } catch (ParseException malformed) {
            throw new BadJWTException("it cannot be read", malformed);
        }
    }
}
