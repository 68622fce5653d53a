package spine.app.internal.attach.server;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import spine.api.Cancellation;

/**
 * A command line that was started beside the platform.
 *
 * @param arguments what the user wrote
 * @param in what the user types; ends when the client is gone
 * @param out results
 * @param err everything else
 * @param terminal whether {@code err} is a terminal
 * @param interactive whether a person writes {@code in} and reads {@code out}
 * @param folder the one that the user works in
 * @param cancellation cancelled when the client is gone
 */
public record Client(List<String> arguments, InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean interactive,
        Path folder, Cancellation cancellation) {
}
