package spine.web.internal.oidc;

import java.text.ParseException;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.access.AccountName;
import spine.common.access.Role;
import spine.web.internal.http.Problem;

/**
 * Somebody whom a provider vouches for.
 *
 * @param name as {@link AccountName} has it
 * @param subject by which the provider tells people apart
 */
record Person(String name, Role role, String subject) {

    /**
     * @param claims of an ID token that was checked
     * @param nameClaim which of them is the name
     * @throws Problem if there is no name that can be one here, or nothing stands for a role
     */
    static Person of(JWTClaimsSet claims, String nameClaim, RoleClaim roles) throws Problem {
        return new Person(name(claims, nameClaim), roles.highest(claims.getClaim(roles.claim())).orElseThrow(
                () -> new Problem(HttpServletResponse.SC_FORBIDDEN, "You are known there, but nothing says what you may do here (claim "
                        + roles.claim() + ").")), claims.getSubject());
    }

    private static String name(JWTClaimsSet claims, String claim) throws Problem {
        try {
            String name = claims.getStringClaim(claim);
            if (name != null) {
                return AccountName.checked(name);
            }
        } catch (IllegalArgumentException | ParseException unusable) {
            // Said below.
        }
        throw new Problem(HttpServletResponse.SC_FORBIDDEN,
                "You are known there, but by no name that can be one here (claim " + claim + ").");
    }
}
