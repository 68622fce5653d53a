package spine.web.internal.access;

import java.time.Instant;
import java.util.Optional;

import spine.common.access.Role;

/**
 * A login of a browser.
 *
 * @param account name of it
 * @param password what was kept of it at the login: a new password ends the login; empty if it was not by password
 * @param granted by a provider, which has the account; empty if the account is one of ours, and has the role that it has now
 * @param csrf what a page of ours has, and one of others cannot read; comes back with each request that changes something
 * @param begun when it was logged in
 */
public record Session(String account, String password, Optional<Role> granted, String csrf, Instant begun) {

    @Override
    public String toString() {
        return "login of " + account;
    }
}
