package spine.app.internal.cli.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;

@Command(name = "send", mixinStandardHelpOptions = true, description = "Sends DICOM files to a node (C-STORE), as they are.",
        footer = {"", "Each file is offered in its own transfer syntax and never converted. Files that are not DICOM, and DICOMDIR, are"
                + " left out and counted.",
            "Exit code 0: the node has acknowledged all. 1: it refused some, or was not reached, or the association broke. 3: a file is"
                + " damaged (the others are sent), or there is nothing to send."})
final class SendCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;
    private int looked;

    @Parameters(index = "0", paramLabel = "PATH", description = "file, or folder with files")
    private Path path;

    @Parameters(index = "1", paramLabel = "HOST:PORT", description = "the node")
    private String address;

    @Mixin
    private NodeOptions options = new NodeOptions();

    SendCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        RemoteNode node = options.node(address);
        options.exposed().forEach(console::complain);
        List<Path> files = files(path);
        List<SentFile> fates = PreferredNetwork.of(platform).send(node, files,
                fate -> console.at("sending", (double) ++looked / files.size()), platform.cancellation());
        SendSummary summary = new SendSummary(node.address(), fates);
        summary.complaints().forEach(console::complain);
        if (summary.count(Outcome.LEFT_OUT) == fates.size()) {
            throw new UnusableInputException(path + " holds no DICOM file to send.");
        }
        console.result(console.json() ? summary.json().toPrettyString() : summary.line());
        if (summary.count(Outcome.REFUSED) + summary.count(Outcome.UNSENT) > 0) {
            return ExitCode.FAILED;
        }
        return summary.count(Outcome.UNUSABLE) > 0 ? ExitCode.UNUSABLE : ExitCode.DONE;
    }

    /** All files below, in the order of their paths. */
    private static List<Path> files(Path path) throws IOException, UnusableInputException {
        try (Stream<Path> walk = Files.walk(Files.isSymbolicLink(path) ? path.toRealPath() : path)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException(path + " does not exist.");
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
