/**
 * Commands of {@code ./spine} that another bundle adds: a {@link spine.app.command.CommandProvider} gives picocli commands, which work
 * with a {@link spine.app.context.CommandContext}, speak through a {@link spine.app.command.Console} and end with an
 * {@link spine.app.command.ExitCode}. The commands of spine itself come in the same way.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.app.command;
