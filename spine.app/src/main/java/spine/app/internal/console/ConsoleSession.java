package spine.app.internal.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.embedded.StudyOutcome;

/**
 * A session of the Gogo console, line by line, until its input ends or the user says exit: which ends the session, and never the process.
 * Used by one thread.
 */
public final class ConsoleSession {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSession.class);
    private static final String PROMPT = "g! ";
    private static final int MOST_BYTES = 1 << 16;
    /** Which of two commands of the same name is meant without a scope. */
    private static final String SCOPES = "spine:gogo:felix:*";

    /** How Gogo's own words begin. */
    private static final String UNKNOWN = "Command not found:";
    private static final String MISFIT = "Cannot coerce ";

    private final Console console;
    private final Path folder;
    private boolean ended;
    private int exitCode = ExitCode.DONE;

    /** @param folder which relative paths start from */
    public ConsoleSession(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    /**
     * Returns when the session is over.
     *
     * @return for a script, which cannot look at answers: the exit code of its commands as if they had been studies of one batch; 0 for a
     *         person
     */
    public int run(CommandProcessor processor) {
        try (CommandSession session = processor.createSession(console.in(), console.out(), console.err())) {
            session.currentDir(folder);
            session.put("SCOPE", SCOPES);
            session.put("exit", (Function) (same, arguments) -> {
                ended = true;
                return null;
            });
            while (!ended && !Thread.currentThread().isInterrupted()) {
                if (console.interactive()) {
                    console.out().print(PROMPT);
                    console.out().flush();
                }
                String line = readLine();
                if (line == null) {
                    break;
                }
                if (!line.isBlank()) {
                    execute(session, line);
                }
            }
        } catch (IOException e) {
            LOG.debug("the input of the console has ended", e);
        }
        return console.interactive() ? ExitCode.DONE : exitCode;
    }

    private void execute(CommandSession session, String line) {
        try {
            Object result = session.execute(line);
            if (result instanceof FailedCommand failed) {
                exitCode = StudyOutcome.exitCode(exitCode, failed.code());
            }
            if (result != null) {
                console.result(session.format(result, Converter.INSPECT).toString().stripTrailing());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.info("the console command failed: {}", line, e);
            exitCode = StudyOutcome.exitCode(exitCode, isMisuse(e) ? ExitCode.USAGE : FailureSentence.code(e));
            console.complain(sentence(e));
        }
    }

    private static boolean isMisuse(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(UNKNOWN) || message.startsWith(MISFIT);
    }

    /** Gogo's own words are about methods and classes. */
    private static String sentence(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith(UNKNOWN)) {
            return "There is no console command" + message.substring(message.indexOf(':') + 1) + "; 'help' lists those there are.";
        }
        if (message.startsWith(MISFIT)) {
            String command = message.substring(MISFIT.length()).replaceFirst("\\(.*", "");
            return command + " does not take these arguments; 'help " + command + "' says what it takes.";
        }
        return FailureSentence.of(e);
    }

    /** Not through a buffer, since commands may read what follows. @return null at the end */
    private String readLine() throws IOException {
        InputStream in = console.in();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < MOST_BYTES) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        if (tooLong) {
            console.complain("A line of the console has at most " + MOST_BYTES + " bytes; this one was left out.");
            exitCode = StudyOutcome.exitCode(exitCode, ExitCode.USAGE);
            return "";
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
