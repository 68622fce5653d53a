package spine.web.internal.access;

import java.time.Instant;

/**
 * A login of a browser.
 *
 * @param account name of it
 * @param password what was kept of it at the login: a new password ends the login
 * @param csrf what a page of ours has, and one of others cannot read; comes back with each request that changes something
 * @param begun when it was logged in
 */
public record Session(String account, String password, String csrf, Instant begun) {

    @Override
    public String toString() {
        return "login of " + account;
    }
}
