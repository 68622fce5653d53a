package spine.web.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.common.access.Role;

class RoleClaimTest {
    private final RoleClaim claim = RoleClaim.of("groups", "readers=reader", "CN=admins,OU=spine = admin", "all=viewer");

    @Test
    void theHighestRoleHolds() {
        assertEquals(Optional.of(Role.READER), claim.highest("readers"));
        assertEquals(Optional.of(Role.ADMIN), claim.highest(List.of("all", "CN=admins,OU=spine", "readers")));
    }

    @Test
    void nothingElseIsARole() {
        for (Object value : Arrays.asList(null, "", "Readers", "admin", 7, true, List.of(), List.of(7, Map.of("readers", "reader")),
                List.of(List.of("readers")), Map.of("readers", true))) {
            assertEquals(Optional.empty(), claim.highest(value), String.valueOf(value));
        }
    }

    @Test
    void settingsAreValueAndRole() {
        for (String setting : List.of("", "readers", "=reader", "readers=", "readers=boss")) {
            assertThrows(IllegalArgumentException.class, () -> RoleClaim.of("groups", setting), setting);
        }
        assertEquals("roles is empty: say which values of the claim groups stand for which role.",
                assertThrows(IllegalArgumentException.class, () -> RoleClaim.of("groups")).getMessage());
    }
}
