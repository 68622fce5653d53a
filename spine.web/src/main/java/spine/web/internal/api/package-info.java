/** The REST API, described by {@code openapi.json}: a servlet for each kind of thing, which finds out nothing about who asks. */
package spine.web.internal.api;
