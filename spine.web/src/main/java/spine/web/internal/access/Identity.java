package spine.web.internal.access;

import java.util.Optional;

import spine.common.access.Role;

/**
 * Who asks.
 *
 * @param name of the account or token
 * @param role empty for another platform that scores what this one has received
 * @param means how that was proved, for the access log
 * @param session of a browser; empty for passwords and tokens, which come with each request
 */
public record Identity(String name, Optional<Role> role, String means, Optional<Session> session) {
    /** Attribute of a request. */
    public static final String ATTRIBUTE = "spine.web.identity";
    /** Another platform, which has shown the secret of this one. */
    static final Identity WORKER = new Identity("worker", Optional.empty(), "secret of workers", Optional.empty());

    Identity(String name, Role role, String means, Optional<Session> session) {
        this(name, Optional.of(role), means, session);
    }

    /** Words for people. */
    public String roleWord() {
        return role.map(Role::word).orElse("worker");
    }
}
