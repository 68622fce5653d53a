package spine.app.internal.cli.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.text.HostPort;
import spine.io.dimse.AllowedCaller;
import spine.io.dimse.DicomListener;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;

@Command(name = "receive", mixinStandardHelpOptions = true,
        description = "Stores what other DICOM nodes send (C-STORE, C-ECHO) in a folder, until it is told to end.",
        footer = {"", "An object becomes the file OUT/UID.dcm, named by its SOP instance UID, in the transfer syntax in which it came; it"
                + " is acknowledged when it is on the disk. One that is sent again replaces the file.",
            "Without --callers it listens on this machine alone.",
            "Exit code 130, 143: it was ended by Ctrl-C, SIGTERM. 1: the port cannot be used. 3: keys or certificates cannot"
                + " be used."})
final class ReceiveCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", required = true, description = "port to listen on, 0 for any that is free")
    private int port;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files, made if missing")
    private Path out;

    @Option(names = "--listen", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "address of this machine to listen on, 0.0.0.0 for all (default: ${DEFAULT-VALUE})")
    private String address;

    @Option(names = "--aet", split = ",", paramLabel = "TITLE",
            description = "AE titles by which it may be called (default: any)")
    private Set<String> titles = Set.of();

    @Option(names = "--callers", split = ",", paramLabel = "TITLE[@HOST]",
            description = "AE titles that may call, each from anywhere or from one host")
    private List<String> callers = List.of();

    @Option(names = "--tls-client-certificates", description = "take only callers that show a certificate that --tls-trust has")
    private boolean clientCertificates;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    ReceiveCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ListenerSettings settings = settings();
        tls.exposed().forEach(console::complain);
        Files.createDirectories(out);
        ReceivedFiles files = new ReceivedFiles(out);
        try (DicomListener listener = PreferredNetwork.of(platform).listen(settings, files)) {
            console.note("Receiving on " + HostPort.of(listener.address()) + " into " + out + ".");
            platform.awaitStop();
        }
        console.result(console.json() ? files.json().toPrettyString() : out + "  " + files.summary());
        return ExitCode.DONE;
    }

    private ListenerSettings settings() throws UnusableInputException {
        try {
            return new ListenerSettings(InetAddress.getByName(address), port, titles,
                    callers.stream().map(AllowedCaller::parse).toList(), tls.settings(clientCertificates), ListenerLimits.DEFAULT);
        } catch (UnknownHostException unknown) {
            throw new ParameterException(spec.commandLine(), "The address '" + address + "' is not known.");
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }
}
