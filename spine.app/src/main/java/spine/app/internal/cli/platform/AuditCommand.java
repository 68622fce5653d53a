package spine.app.internal.cli.platform;

import java.io.IOException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import picocli.CommandLine.Command;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.common.audit.ChainCheck;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;

@Command(name = "audit", mixinStandardHelpOptions = true,
        description = "The audit log: which bundles were handed in, and what became of them.")
final class AuditCommand {
    private final Console console;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Finds out whether lines of the audit log were changed, put in or removed, and names the first such.",
            footer = {"", "Each line ends in a digest of itself and of the line before it.",
                "Whoever may write to $SPINE_HOME can make a whole new log: note the last",
                "digest elsewhere, and look whether the log still has it.", "Exit code 3: the log is not whole, or cannot be read."})
    int verify() throws UnusableInputException {
        ChainCheck check;
        try {
            check = ChainCheck.of(InstallPaths.of(System::getProperty).auditLog());
        } catch (IOException e) {
            throw new UnusableInputException(FileFailure.sentence(e), e);
        }
        if (!check.fault().isEmpty()) {
            throw new UnusableInputException("The audit log is not whole: " + check.fault());
        }
        if (console.json()) {
            console.result(JsonNodeFactory.instance.objectNode().put("lines", check.lines()).put("files", check.files())
                    .put("since", check.first()).put("lastDigest", check.last()).toPrettyString());
        } else if (check.lines() == 0) {
            console.result("The audit log has no line yet.");
        } else {
            console.result("The audit log is whole: " + check.lines() + " line(s) in " + check.files() + " file(s) since " + check.first()
                    + "; the last digest is " + check.last() + ".");
        }
        return ExitCode.DONE;
    }
}
