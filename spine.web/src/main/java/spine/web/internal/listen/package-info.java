/** Where the platform listens for HTTP: {@link spine.web.internal.listen.Listener} sets Jetty to what the settings say. */
package spine.web.internal.listen;
