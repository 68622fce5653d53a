package spine.web.internal.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import spine.common.access.Role;
import spine.web.internal.http.RequestPath;

/**
 * One thing that can be asked for.
 *
 * @param method of HTTP
 * @param pattern parts with slashes between them; {@code {name}} stands for any part, {@code {name...}} at the end for one or more
 * @param role that may ask for it; empty for everybody, without a login, or for workers alone
 * @param workers whether other platforms may ask for it that score what this one has received
 * @param trace what the access log says of it
 */
public record Route(String method, String pattern, Optional<Role> role, Trace trace, Workers workers) {

    /** What of a route the access log has. */
    public enum Trace {
        /** Nothing: no data of a patient, and nothing changes. */
        NONE,
        /** That somebody saw data of a study; the same again within minutes is not noted. */
        READ,
        /** Each request. */
        CHANGE
    }

    /** Whether a route is for workers. */
    public enum Workers {
        NOT, TOO, ONLY
    }

    public Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(workers, "workers");
    }

    /** Whether it is answered without asking who asks. */
    boolean isOpen() {
        return role.isEmpty() && workers != Workers.ONLY;
    }

    boolean admits(Identity identity) {
        return identity.role().isPresent() ? role.filter(identity.role().get()::covers).isPresent() : workers != Workers.NOT;
    }

    /** Who may ask for it, for a person: a role, {@code worker} or {@code none}. */
    public String roleWord() {
        return workers == Workers.ONLY ? "worker" : role.map(Role::word).orElse("none");
    }

    boolean isPath(RequestPath path) {
        List<String> wanted = path.parts();
        String[] parts = pattern.substring(1).isEmpty() ? new String[0] : pattern.substring(1).split("/");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].endsWith("...}")) {
                return wanted.size() > i;
            }
            if (i >= wanted.size() || !parts[i].startsWith("{") && !parts[i].equals(wanted.get(i))) {
                return false;
            }
        }
        return parts.length == wanted.size();
    }

    /** What stands for {@code {study}}; empty if the pattern has none. */
    Optional<String> study(RequestPath path) {
        int at = List.of(pattern.substring(1).split("/")).indexOf("{study}");
        return at < 0 || at >= path.size() ? Optional.empty() : Optional.of(path.part(at));
    }
}
