package spine.app.internal.cli.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.common.file.AtomicFile;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;
import spine.common.keystore.KeyTool;
import spine.common.keystore.StorePassword;
import spine.common.text.HostPort;

@Command(name = "tls", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "The key with which a serving platform proves to browsers and programs who it is.")
final class TlsCommand {
    private static final String ALIAS = "web";
    /** The most that browsers take of a certificate (CA/Browser Forum, ballot SC31). */
    private static final int DAYS = 397;

    private final Console console;

    TlsCommand(Console console) {
        this.console = console;
    }

    @Command(name = "make", mixinStandardHelpOptions = true,
            description = "Makes a key with a self-signed certificate: conf/web.p12 and conf/web.password of the home.",
            footer = {"", "Then write tls = true into conf/spine.web.cfg. Browsers warn of a certificate that nobody else has signed;",
                "one of your hospital's own authority goes into conf/web.p12 in its place (PKCS #12)."})
    int make(@Option(names = "--host", paramLabel = "NAME", description = "host name or IP address that others connect to; may be repeated."
            + " localhost and 127.0.0.1 are always there") List<String> hosts,
            @Option(names = "--replace", description = "in place of the one that is there") boolean replace)
            throws IOException, UnusableInputException {
        InstallPaths paths = InstallPaths.of(System::getProperty);
        Path store = paths.webKeyStore();
        if (Files.exists(store) && !replace) {
            throw new UnusableInputException("There is a key store " + store + " already; --replace makes another.");
        }
        Set<String> names = new LinkedHashSet<>(hosts == null ? List.of() : hosts);
        for (String name : names) {
            if (!HostPort.isHost(name)) {
                throw new UnusableInputException(name + " is neither the name nor the IP address of a host.");
            }
        }
        String subject = names.isEmpty() ? "localhost" : names.iterator().next();
        names.addAll(List.of("localhost", "127.0.0.1"));
        List<String> alternatives = new ArrayList<>();
        names.forEach(name -> alternatives.add((isAddress(name) ? "ip:" : "dns:") + name));
        Files.createDirectories(paths.conf());
        StorePassword password = new StorePassword(paths.webKeyPassword(), "");
        password.make();
        AtomicFile.replace(store, part -> {
            KeyTool.createKey(part, ALIAS, "CN=" + subject, alternatives, DAYS, new String(password.read()));
            HomePermissions.makePrivate(part);
        });
        console.result("made: " + store + " for " + String.join(", ", names) + ", valid for " + DAYS + " days");
        return ExitCode.DONE;
    }

    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }
}
