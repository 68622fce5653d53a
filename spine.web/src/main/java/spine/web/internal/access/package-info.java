/**
 * Who may do what over HTTP. {@link spine.web.internal.access.SpineContext} sees every request before a servlet does: it finds out who
 * asks ({@link spine.web.internal.access.Authenticator}), compares with the table of {@link spine.web.internal.access.Routes}, and has the
 * {@link spine.web.internal.access.AccessTrail} note what became of it.
 */
package spine.web.internal.access;
