package spine.web.internal.access;

import java.util.Optional;

/** A login elsewhere that is offered on the login page. */
public interface SingleSignOn {
    /** Path where it begins. */
    String PATH = "/login/oidc";

    /** What people call it; empty if there is none. */
    Optional<String> provider();
}
