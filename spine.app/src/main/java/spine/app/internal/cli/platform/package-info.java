/**
 * Commands of those who run an installation: {@code sign}, {@code deploy}, {@code health}, {@code jobs}, {@code shell} and
 * {@code serve}. {@link spine.app.internal.cli.platform.PlatformCommands}
 * lists them.
 */
package spine.app.internal.cli.platform;
