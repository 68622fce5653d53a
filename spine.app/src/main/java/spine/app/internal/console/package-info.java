/**
 * The console: Gogo commands with the scope {@code spine}, for a platform that is running. They call the same services as the command
 * line, and none of its classes.
 */
package spine.app.internal.console;
