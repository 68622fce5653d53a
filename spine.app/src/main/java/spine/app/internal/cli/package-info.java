/**
 * The command line. {@link spine.app.internal.cli.Main} is called by the launcher with the arguments, asks every
 * {@link spine.app.command.CommandProvider} for its commands, and runs the one that was named
 * ({@link spine.app.internal.cli.SpineCommand}, which also turns exceptions into exit codes). The commands of spine itself are in the
 * packages below, by who uses them.
 */
package spine.app.internal.cli;
