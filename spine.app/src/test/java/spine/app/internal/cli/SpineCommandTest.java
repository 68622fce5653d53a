package spine.app.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import spine.api.Cancellation;
import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.internal.cli.model.ModelCommands;
import spine.app.internal.cli.network.NetworkCommands;
import spine.app.internal.cli.platform.PlatformCommands;
import spine.app.internal.cli.study.StudyCommands;

class SpineCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(stream(out), stream(err), false);

    @Test
    void wrongUsageIsAnsweredWithUsageAndTwo() {
        assertEquals(2, run());
        assertEquals(2, run("nonsense"));
        assertEquals(2, run("score", "--out", "x"));
        assertEquals(2, run("score", "--no-such-option", "a"));
        assertEquals(2, run("agree"));
        assertEquals(2, run("deidentify", "x"));
        assertEquals(2, run("deidentify", "x", "."));
        assertEquals(2, run("models", "use"));
        assertEquals(2, run("models", "nonsense"));
        assertEquals(2, run("evaluate", "--truth", "x"));
        assertEquals(2, run("phantom", "--out", "x", "--n", "0"));
        assertEquals(2, train("--model", "liver", "--phantom", "1,1", "--out", "x.jar"));
        assertEquals(2, train("--model", "bmo", "--out", "x.jar"));
        assertEquals(2, train("--model", "bmo", "--phantom", "1,1", "--data", "x", "--out", "x.jar"));
        assertEquals(2, train("--model", "bmo", "--phantom", "1,1", "--out", "x"));
        assertEquals(2, train("--model", "bmo", "--phantom", "1,1", "--out", "x.jar", "--version", "newest"));
        assertTrue(text(err).contains("Usage: spine"), text(err));
        assertEquals("", text(out));
    }

    /** A key that was misspelt would give pseudonyms that join with nothing. */
    @Test
    void aKeyOfPseudonymsMustBeThereAndNeeded() {
        assertEquals(2, run("score", "x", "--out", "y", "--pseudonym", "--key", "no such key"));
        assertTrue(text(err).contains("there is no key no such key"), text(err));
        err.reset();
        assertEquals(2, run("score", "x", "--out", "y", "--key", "pom.xml"));
        assertTrue(text(err).contains("--key needs --pseudonym"), text(err));
    }

    /** One sentence, and one line on where help is. */
    @Test
    void slipsOfTheUserAreNamed() {
        says("There is no command 'scor'; did you mean score?", "spine", "scor", "x", "--out", "y");
        says("There is no option '--oot'; did you mean --out?", "spine score", "score", "x", "--oot", "y");
        says("Missing required option: '--out=DIR'.", "spine score", "score", "x");
        says("Missing required parameter: 'PATH'.", "spine score", "score", "--out", "y");
        says("Invalid value for option '--n': 'many' is not a whole number.", "spine phantom", "phantom", "--out", "x", "--n", "many");
        says("--n must be at least 1.", "spine phantom", "phantom", "--out", "x", "--n", "0");
        says("There is no command 'uze'; did you mean use?", "spine models", "models", "uze");
        says("'pacs' is not HOST:PORT.", "spine echo", "echo", "pacs");
        says("'ANY\\\\SCP' is no title of an application entity, which has 1 to 16 characters of ASCII without backslash.", "spine echo",
                "echo", "pacs:104", "--aet", "ANY\\\\SCP");
        says("The options for TLS need --tls.", "spine send", "send", "x", "[::1]:104", "--tls-trust", "y");
        says("Missing required options: '--port=PORT', '--out=DIR'.", "spine receive", "receive");
        says("Without a list of callers DICOM is taken from this machine only, not on 0.0.0.0.", "spine receive", "receive", "--port", "0",
                "--out", "x", "--listen", "0.0.0.0");
        says("The host '' of 'MR1@' is not known.", "spine receive", "receive", "--port", "0", "--out", "x", "--callers", "MR1@");
        says("There is no command 'shw'; did you mean show?", "spine jobs", "jobs", "shw");
        says("Missing required parameter: 'ID'.", "spine jobs retry", "jobs", "retry");
        says("There is no state 'lost'; there is received, waiting, running, sending, done, failed, needs-attention, cancelled.",
                "spine jobs", "jobs", "--state", "done,lost");
        says("A list has 1 to 1000 jobs, not 0.", "spine jobs", "jobs", "--limit", "0");
        says("There is no option '--new-kee'; did you mean --new-key?", "spine sign", "sign", "--new-kee");
        says("Missing required parameter: 'JAR'.", "spine deploy", "deploy");
        says("Missing required options: '--truth=DIR', '--pred=DIR'.", "spine evaluate", "evaluate");
        says("Missing required parameter: 'TABLE'.", "spine agree", "agree");
        says("Invalid value for option '--out': the path is empty.", "spine score", "score", "x", "--out", "");
        says("--rename takes OLD=NEW, not T12.", "spine rescore", "rescore", "x", "--study", "y", "--rename", "T12");
        says("--model is bmo or vbivd, not liver.", "spine train", "train", "--model", "liver", "--steps", "1", "--phantom", "1,1",
                "--out", "x.jar");
    }

    private void says(String sentence, String command, String... arguments) {
        err.reset();
        assertEquals(2, run(arguments));
        assertEquals(List.of("spine: " + sentence, "Help: ./" + command + " --help"), text(err).lines().toList());
    }

    @Test
    void helpNamesCommandsAndExitCodes() {
        assertEquals(0, run("--help"));
        assertTrue(text(out).contains("score") && text(out).contains("input that cannot be used"), text(out));
        assertEquals("", text(err));
    }

    @Test
    void aProviderThatFailsOrTakesANameCostsNoOtherCommand() {
        CommandProvider failing = (context, console) -> {
            throw new IllegalStateException("a bug");
        };
        CommandProvider twin = (context, console) -> List.of(new CommandLine(new Twin()));
        assertEquals(0, run(List.of(failing, new StudyCommands(null), twin), "--help"));
        assertTrue(text(out).contains("Scores the studies below"), text(out));
    }

    private int run(String... arguments) {
        return run(List.of(new StudyCommands(null), new ModelCommands(), new NetworkCommands(), new PlatformCommands()),
                arguments);
    }

    private int run(List<CommandProvider> providers, String... arguments) {
        return new SpineCommand(new RunningPlatform(null, null, null, null, null, console::complain, new Cancellation(),
                Path.of("")), console, providers).run(arguments);
    }

    private int train(String... arguments) {
        return run(Stream.concat(Stream.of("train", "--steps", "1"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Bears the name of another command. */
    @CommandLine.Command(name = "score", description = "a twin")
    private static final class Twin {
    }
}
