package spine.app.internal.cli.network;

import java.time.Duration;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.io.dimse.RemoteNode;

@Command(name = "echo", mixinStandardHelpOptions = true, description = "Asks a DICOM node whether it answers (C-ECHO).",
        footer = {"", "Exit code 0: it does. 1: it cannot be reached, rejects the association or answers with a failure. 3: keys or"
                + " certificates cannot be used."})
final class EchoCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(index = "0", paramLabel = "HOST:PORT", description = "the node")
    private String address;

    @Mixin
    private NodeOptions options = new NodeOptions();

    EchoCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        RemoteNode node = options.node(address);
        options.exposed().forEach(console::complain);
        Duration taken = PreferredNetwork.of(platform).echo(node);
        console.result(console.json()
                ? JsonNodeFactory.instance.objectNode().put("node", node.address()).put("milliseconds", taken.toMillis()).toPrettyString()
                : node.address() + " answers, after " + taken.toMillis() + " ms");
        return ExitCode.DONE;
    }
}
