package spine.web.internal.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}. */
@ObjectClassDefinition(pid = OpenIdSettings.PID, name = "Single sign-on",
        description = "The OpenID provider that people may log in by, beside the users of this platform itself")
public @interface OpenIdSettings {
    String PID = "spine.web.oidc";
    /** The same as this installation is delivered with. */
    String SHIPPED = "spine.web.oidc.defaults";

    @AttributeDefinition(name = "Issuer", description = "Address of the provider, https://..., as its tokens name it; nobody logs in by a"
            + " provider if empty")
    String issuer() default "";

    @AttributeDefinition(name = "Name", description = "What the login page calls the provider")
    String name() default "single sign-on";

    @AttributeDefinition(name = "Client", description = "The name under which the provider knows this platform (client_id)")
    String client_id() default "";

    @AttributeDefinition(name = "Secret file", description = "File whose first line is the secret of the client, for its owner alone to"
            + " read; empty if the provider gave none")
    String client_secret_file() default "";

    @AttributeDefinition(name = "Own address", description = "http(s)://HOST:PORT under which browsers reach this platform; the provider"
            + " sends them back to /login/oidc/answer below it")
    String own_address() default "";

    @AttributeDefinition(name = "Scopes", description = "What is asked of the provider, separated by blanks, beside openid")
    String scopes() default "profile";

    @AttributeDefinition(name = "Claim with the name", description = "Claim of the ID token by which this platform calls a person")
    String name_claim() default "preferred_username";

    @AttributeDefinition(name = "Claim with the roles", description = "Claim of the ID token, a text or a list of texts, such as groups")
    String role_claim() default "groups";

    @AttributeDefinition(name = "Roles", description = "VALUE=ROLE: which role (viewer, reader, operator, admin) a value of the claim"
            + " stands for; of several the highest holds, without any nobody is let in")
    String[] roles() default {};

    @AttributeDefinition(name = "Trusted certificates",
            description = "PEM file that the provider's certificate is checked against; if empty, those that Java trusts")
    String tls_trusted() default "";
}
