/**
 * The end of a serving platform for commands that attach to it. {@link spine.app.internal.attach.server.AttachServer} listens,
 * {@link spine.app.internal.attach.server.ClientSession} serves one client.
 */
package spine.app.internal.attach.server;
