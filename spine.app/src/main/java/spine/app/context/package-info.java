/**
 * What a command works with: {@link spine.app.context.CommandContext} gives the services of the platform, starts engine and models
 * when a command needs them, and says when the process is asked to end. Implemented by the command line alone.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package spine.app.context;
