/**
 * How a command line reaches the platform that serves the same home: a Unix domain socket in a folder that only the user of the platform
 * may enter, and a token. {@link spine.app.internal.attach.AttachClient} is the end of the user, a small program that needs no OSGi
 * framework and starts in a fraction of a second; so the classes of this package use Java and {@code spine.common.install} alone. The
 * other end is in {@code server}.
 */
package spine.app.internal.attach;
