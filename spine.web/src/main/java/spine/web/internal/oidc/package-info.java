/**
 * Login by an OpenID provider (OpenID Connect Core 1.0, authorization code flow with PKCE). {@link spine.web.internal.oidc.OpenIdServlet}
 * sends a browser to the provider and takes it back, {@link spine.web.internal.oidc.OpenIdLogin} finds out whom the provider vouches for.
 */
package spine.web.internal.oidc;
