package spine.app.internal.cli.access;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.common.access.Accounts;
import spine.common.access.ApiToken;
import spine.common.access.Role;
import spine.common.install.InstallPaths;

@Command(name = "tokens", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Tokens with which programs use the platform over the network (serve), in place of a password.",
        footer = {"", "A program sends its token in the header 'Authorization: Bearer TOKEN'. Roles: spine users --help."})
final class TokensCommand {
    private static final int LONGEST_DAYS = 3650;

    private final Console console;
    private final AccountChanges accounts = new AccountChanges(InstallPaths.of(System::getProperty));

    TokensCommand(Console console) {
        this.console = console;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens, without what makes them valid.")
    int list() throws IOException {
        Accounts now = accounts.read();
        if (console.json()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            now.tokens().forEach(token -> all.add(json(token)));
            console.result(all.toPrettyString());
        } else if (now.tokens().isEmpty()) {
            console.result("There is no token yet.");
        } else {
            Instant time = Instant.now();
            now.tokens().forEach(token -> console.result(String.join("\t", token.id(), token.role().word(),
                    (time.isBefore(token.expires()) ? "until " : "over since ") + token.expires(), token.name())));
        }
        return ExitCode.DONE;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a token and shows it, once.")
    int add(@Parameters(paramLabel = "NAME", description = "of the program, for you") String name,
            @Parameters(paramLabel = "ROLE", description = "viewer, reader, operator or admin") String role,
            @Option(names = "--days", defaultValue = "365", paramLabel = "N", description = "how long it is valid, 1 to 3650 days"
                    + " (default: ${DEFAULT-VALUE})") int days) throws IOException, UnusableInputException {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new UnusableInputException("A token is valid for 1 to " + LONGEST_DAYS + " days, not " + days + ".");
        }
        String checked = UsersCommand.name(name);
        Role known = UsersCommand.role(role);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ApiToken.Made made = ApiToken.make(checked, known, now, now.plus(Duration.ofDays(days)));
        accounts.make("tokens add " + made.token().id() + " " + checked + " " + known.word(), all -> all.with(made.token()));
        if (console.json()) {
            console.result(json(made.token()).put("token", made.text()).toPrettyString());
        } else {
            console.result(made.text());
        }
        console.note("The token " + made.token().id() + " is not shown again.");
        return ExitCode.DONE;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Makes a token invalid at once.")
    int revoke(@Parameters(paramLabel = "ID", description = "as list shows it") String id) throws IOException, UnusableInputException {
        accounts.<UnusableInputException>make("tokens revoke " + id, now -> {
            if (now.tokens().stream().noneMatch(token -> token.id().equals(id))) {
                throw new UnusableInputException("There is no token " + id + ".");
            }
            return now.withoutToken(id);
        });
        console.result("revoked: " + id);
        return ExitCode.DONE;
    }

    private static ObjectNode json(ApiToken token) {
        return JsonNodeFactory.instance.objectNode().put("id", token.id()).put("name", token.name()).put("role", token.role().word())
                .put("created", token.created().toString()).put("expires", token.expires().toString());
    }
}
