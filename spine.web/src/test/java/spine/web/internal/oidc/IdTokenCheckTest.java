package spine.web.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

class IdTokenCheckTest {
    private static final String ISSUER = "https://id.hospital.example";
    private static final String NONCE = "nonce";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static RSAKey rsa;
    private static ECKey ec;
    private static IdTokenCheck check;

    @BeforeAll
    static void keys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        check = new IdTokenCheck(ISSUER, "spine", new ImmutableJWKSet<>(new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()))),
                () -> NOW);
    }

    @Test
    void whatTheProviderSignedForThisLoginHolds() throws Exception {
        assertEquals("anna", check.claims(signed(JWSAlgorithm.RS256, "r", new RSASSASigner(rsa), claims()), NONCE).getSubject());
        assertEquals("anna", check.claims(signed(JWSAlgorithm.ES256, "e", new ECDSASigner(ec), claims()), NONCE).getSubject());
        check.claims(rsa(all -> all.audience(List.of("other", "spine")).claim("azp", "spine")), NONCE);
        check.claims(rsa(all -> all.expirationTime(at(-59)).issueTime(at(-600))), NONCE);
    }

    @Test
    void whatIsNotSignedByTheProviderProvesNothing() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("r").generate();
        refused(signed(JWSAlgorithm.RS256, "r", new RSASSASigner(foreign), claims()));
        refused(signed(JWSAlgorithm.RS256, "unknown", new RSASSASigner(foreign), claims()));
        refused(signed(JWSAlgorithm.RS512, "r", new RSASSASigner(rsa), claims()));
        refused(new PlainJWT(claims().build()).serialize());
        // The public key as the secret of an HMAC: CVE-2015-9235 and its kind.
        refused(signed(JWSAlgorithm.HS256, "r", new MACSigner(rsa.toRSAPublicKey().getEncoded()), claims()));
        // A key that the token brings along.
        SignedJWT own = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(foreign.toPublicJWK()).build(), claims().build());
        own.sign(new RSASSASigner(foreign));
        refused(own.serialize());
        String good = rsa(all -> all);
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        String other = rsa(all -> all.subject("bert"));
        refused(other.substring(0, other.lastIndexOf('.')) + good.substring(good.lastIndexOf('.')));
    }

    @Test
    void whatIsForOthersOrForAnotherTimeProvesNothing() throws Exception {
        refused(rsa(all -> all.issuer("https://id.hospital.example.evil.example")));
        refused(rsa(all -> all.issuer(null)));
        refused(rsa(all -> all.audience("other")));
        refused(rsa(all -> all.audience((String) null)));
        refused(rsa(all -> all.audience(List.of("spine", "other"))));
        refused(rsa(all -> all.claim("azp", "other")));
        refused(rsa(all -> all.claim("nonce", "of another login")));
        refused(rsa(all -> all.claim("nonce", null)));
        refused(rsa(all -> all.expirationTime(at(-61))));
        refused(rsa(all -> all.expirationTime(null)));
        refused(rsa(all -> all.issueTime(at(61))));
        refused(rsa(all -> all.issueTime(null)));
        refused(rsa(all -> all.notBeforeTime(at(61))));
        refused(rsa(all -> all.subject(null)));
    }

    private static void refused(String token) {
        assertThrows(BadJOSEException.class, () -> check.claims(token, NONCE), token);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience("spine").subject("anna").claim("nonce", NONCE).issueTime(at(0))
                .expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String rsa(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, "r", new RSASSASigner(rsa), change.apply(claims()));
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
