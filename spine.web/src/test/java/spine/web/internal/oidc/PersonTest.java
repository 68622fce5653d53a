package spine.web.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.nimbusds.jwt.JWTClaimsSet;
import spine.common.access.Role;
import spine.web.internal.http.Problem;

class PersonTest {
    private final RoleClaim roles = RoleClaim.of("groups", "readers=reader");

    @Test
    void nameAndRoleComeFromClaims() throws Exception {
        assertEquals(new Person("jörg", Role.READER, "7"), person("jo\u0308rg", List.of("readers")));
    }

    @Test
    void whoHasNoUsableNameIsNotLetIn() {
        for (Object name : Arrays.asList(null, "", 7, List.of("anna"), "anna\r\nadmin", "<b>", "a".repeat(65), " anna")) {
            assertEquals(403, assertThrows(Problem.class, () -> person(name, List.of("readers")), String.valueOf(name)).status());
        }
    }

    @Test
    void whoHasNoRoleIsNotLetIn() {
        assertEquals("You are known there, but nothing says what you may do here (claim groups).",
                assertThrows(Problem.class, () -> person("anna", List.of("others"))).getMessage());
        assertThrows(Problem.class, () -> person("anna", null));
    }

    private Person person(Object name, Object groups) throws Problem {
        return Person.of(new JWTClaimsSet.Builder().subject("7").claim("name", name).claim("groups", groups).build(), "name", roles);
    }
}
