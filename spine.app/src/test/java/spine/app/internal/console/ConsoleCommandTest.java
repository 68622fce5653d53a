package spine.app.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.UnusableInputException;
import spine.app.command.ExitCode;

class ConsoleCommandTest {
    private static final String[] NONE = {};

    /** Without any service: wrong arguments are answered before one is asked. */
    @Test
    void wrongArgumentsAreAnsweredWithOneLineOfUsage() {
        ModelCommands models = new ModelCommands(null, null, null);
        OperationCommands operation = new OperationCommands(null, null, null);
        QueueCommands queue = new QueueCommands(null);
        PhantomCommands phantom = new PhantomCommands(null);
        ScoringCommands scoring = new ScoringCommands(null, null, null);
        usage("spine:models", models.models("all"));
        usage("spine:use ID@VERSION, or ID@newest", models.use(NONE));
        usage("spine:use ID@VERSION, or ID@newest", models.use("a@1", "b@1"));
        usage("spine:use ID@VERSION, or ID@newest", models.use("--force"));
        usage("spine:rollback ID", models.rollback(NONE));
        usage("spine:rollback ID", models.rollback(" "));
        usage("spine:shadow [ID@VERSION, or off]", models.shadow("a@1", "b@1"));
        usage("spine:deploy JAR", operation.deploy(null));
        usage("spine:sign JAR", operation.sign(null, "a.jar", "b.jar"));
        usage("spine:health [TAG]..., such as live or ready", operation.health("-t"));
        String jobs = "spine:jobs [show ID, retry ID, cancel ID, or priority ID N]";
        usage(jobs, queue.jobs("show"));
        usage(jobs, queue.jobs("show", "seven"));
        usage(jobs, queue.jobs("priority", "7"));
        assertEquals(new FailedCommand(JobLines.NO_QUEUE, ExitCode.UNAVAILABLE), queue.jobs("show", "7"));
        usage("spine:phantom OUT SEED, where SEED is a number", phantom.phantom(null, "out"));
        usage("spine:score PATH OUT", scoring.score(null, "path"));
        usage("spine:score PATH OUT", scoring.score(null, "path", "out", "more"));
    }

    @Test
    void whatFailsIsOneSentenceWithoutTheWordsOfJava() {
        assertEquals("x does not exist.", answer(new UnusableInputException("x does not exist.")));
        assertEquals("out/a may not be read or written by this user.", answer(new AccessDeniedException("out/a")));
        assertEquals("in does not exist.", answer(new NoSuchFileException("in")));
        for (Exception unexpected : List.of(new IOException("broken"), new NullPointerException(), new IllegalStateException("a bug"))) {
            String sentence = answer(unexpected);
            assertTrue(sentence.endsWith("has the details.") && !sentence.contains("Exception"), sentence);
        }
    }

    private static String answer(Exception failure) {
        FailedCommand failed = (FailedCommand) new ConsoleCommand("spine:x", 0).run(NONE, () -> {
            throw failure;
        });
        assertEquals(failure instanceof UnusableInputException ? ExitCode.UNUSABLE : ExitCode.FAILED, failed.code());
        return failed.words();
    }

    private static void usage(String expected, Object answer) {
        assertEquals(new FailedCommand("Usage: " + expected, ExitCode.USAGE), answer);
    }
}
