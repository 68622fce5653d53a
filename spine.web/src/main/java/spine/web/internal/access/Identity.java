package spine.web.internal.access;

import java.util.Optional;

import spine.common.access.Role;

/**
 * Who asks.
 *
 * @param name of the account or token
 * @param means how that was proved, for the access log
 * @param session of a browser; empty for passwords and tokens, which come with each request
 */
public record Identity(String name, Role role, String means, Optional<Session> session) {
    /** Attribute of a request. */
    public static final String ATTRIBUTE = "spine.web.identity";
}
