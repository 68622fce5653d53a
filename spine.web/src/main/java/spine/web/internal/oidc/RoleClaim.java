package spine.web.internal.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import spine.common.access.Role;

/**
 * Which role the values of a claim stand for.
 *
 * @param claim name of it
 * @param roles by value
 */
record RoleClaim(String claim, Map<String, Role> roles) {

    RoleClaim {
        roles = Map.copyOf(roles);
    }

    /**
     * @param settings {@code VALUE=ROLE}
     * @throws IllegalArgumentException with a sentence, if one is something else
     */
    static RoleClaim of(String claim, String... settings) {
        Map<String, Role> roles = new TreeMap<>();
        for (String setting : settings) {
            int at = setting.lastIndexOf('=');
            Optional<Role> role = Role.of(setting.substring(at + 1).strip());
            if (at < 1 || role.isEmpty()) {
                throw new IllegalArgumentException("roles = " + setting + " is not VALUE=ROLE, where the role is one of " + Role.words()
                        + ".");
            }
            roles.put(setting.substring(0, at).strip(), role.get());
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles is empty: say which values of the claim " + claim + " stand for which role.");
        }
        return new RoleClaim(claim, roles);
    }

    /**
     * The highest of those that the claim of a token stands for.
     *
     * @param value a text, or a list that may have texts, or nothing
     */
    Optional<Role> highest(Object value) {
        Collection<?> values = value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return values.stream().map(one -> one instanceof String text ? roles.get(text) : null).filter(Objects::nonNull)
                .max(Role::compareTo);
    }
}
