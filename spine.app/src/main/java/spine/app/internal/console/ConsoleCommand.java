package spine.app.internal.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.app.command.ExitCode;

/**
 * How a command of the console takes its arguments. Consoles differ in what they say when the arguments do not fit a method; so every
 * command takes any number of them, and says itself how it is used.
 *
 * @param usage name and arguments, such as {@code spine:use ID@VERSION}
 * @param least number of arguments
 * @param most number of arguments
 */
record ConsoleCommand(String usage, int least, int most) {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleCommand.class);

    /** With one number of arguments. */
    ConsoleCommand(String usage, int count) {
        this(usage, count, count);
    }

    /** What the command does. */
    interface Work {
        Object run() throws Exception;
    }

    /** @return the result, or one line that says what is wrong, a {@link FailedCommand}; a console prints it either way */
    Object run(String[] arguments, Work work) {
        if (arguments.length < least || arguments.length > most) {
            return line();
        }
        for (String argument : arguments) {
            if (argument.isBlank() || argument.startsWith("-")) {
                return line();
            }
        }
        try {
            return work.run();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.info("{} failed", usage, e);
            return new FailedCommand(FailureSentence.of(e), FailureSentence.code(e));
        }
    }

    /** For an argument that cannot be understood. */
    FailedCommand line() {
        return new FailedCommand("Usage: " + usage, ExitCode.USAGE);
    }
}
