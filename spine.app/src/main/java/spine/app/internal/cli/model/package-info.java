/**
 * Commands on models, for those who train and choose them: {@code models} with its subcommands, {@code train} and {@code calibrate}.
 * {@link spine.app.internal.cli.model.ModelCommands} lists them.
 */
package spine.app.internal.cli.model;
