package spine.common.access;

import java.util.Objects;

/**
 * A person who may use the platform.
 *
 * @param name as {@link AccountName} has it
 * @param password what is kept of it, as {@link PasswordDigest} writes it
 */
public record Account(String name, Role role, String password) {

    public Account {
        Objects.requireNonNull(role, "role");
        AccountName.checked(name);
        PasswordDigest.parse(password);
    }
}
