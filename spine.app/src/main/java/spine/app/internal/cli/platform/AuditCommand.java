package spine.app.internal.cli.platform;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.common.audit.ChainCheck;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;

@Command(name = "audit", mixinStandardHelpOptions = true,
        description = "The audit logs: which bundles were handed in, and what became of them (audit.log), and who did what"
            + " over the network (access.log).")
final class AuditCommand {
    private final Console console;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Finds out whether lines of the audit logs were changed, put in or removed, and names the first such.",
            footer = {"", "Each line ends in a digest of itself and of the line before it.",
                "Whoever may write to $SPINE_HOME can make a whole new log: note the last",
                "digest elsewhere, and look whether the log still has it.", "Exit code 3: a log is not whole, or cannot be read."})
    int verify() throws UnusableInputException {
        InstallPaths paths = InstallPaths.of(System::getProperty);
        ChainCheck deployment = whole("audit log", paths.auditLog());
        ChainCheck access = whole("access log", paths.accessLog());
        if (console.json()) {
            console.result(json(deployment).set("access", json(access)).toPrettyString());
        } else {
            console.result(sentence("audit log", deployment));
            console.result(sentence("access log", access));
        }
        return ExitCode.DONE;
    }

    private static ChainCheck whole(String name, Path log) throws UnusableInputException {
        ChainCheck check;
        try {
            check = ChainCheck.of(log);
        } catch (IOException e) {
            throw new UnusableInputException(FileFailure.sentence(e), e);
        }
        if (!check.fault().isEmpty()) {
            throw new UnusableInputException("The " + name + " is not whole: " + check.fault());
        }
        return check;
    }

    private static ObjectNode json(ChainCheck check) {
        return JsonNodeFactory.instance.objectNode().put("lines", check.lines()).put("files", check.files())
                .put("since", check.first()).put("lastDigest", check.last());
    }

    private static String sentence(String name, ChainCheck check) {
        return check.lines() == 0 ? "The " + name + " has no line yet." : "The " + name + " is whole: " + check.lines() + " line(s) in "
                + check.files() + " file(s) since " + check.first() + "; the last digest is " + check.last() + ".";
    }
}
