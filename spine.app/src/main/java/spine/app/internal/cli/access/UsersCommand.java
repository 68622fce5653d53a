package spine.app.internal.cli.access;

import java.io.IOException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.common.access.Account;
import spine.common.access.AccountName;
import spine.common.access.Accounts;
import spine.common.access.PasswordDigest;
import spine.common.access.Role;
import spine.common.install.InstallPaths;

@Command(name = "users", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Who may use the platform over the network (serve).",
        footer = {"", "Roles, each with what those before it may do:",
            "  viewer    sees jobs, states and figures", "  reader    sees images, results and reports",
            "  operator  submits, retries and cancels studies, chooses models", "  admin     reads the access log",
            "A platform that serves this home takes changes over at once."})
final class UsersCommand {
    private final Console console;
    private final AccountChanges accounts = new AccountChanges(InstallPaths.of(System::getProperty));

    UsersCommand(Console console) {
        this.console = console;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the users and their roles.")
    int list() throws IOException {
        Accounts now = accounts.read();
        if (console.json()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            now.accounts().forEach(account -> all.addObject().put("name", account.name()).put("role", account.role().word()));
            console.result(all.toPrettyString());
        } else if (now.accounts().isEmpty()) {
            console.result("There is no user yet; 'serve' makes the first, or 'users add'.");
        } else {
            now.accounts().forEach(account -> console.result(account.role().word() + "\t" + account.name()));
        }
        return ExitCode.DONE;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user.")
    int add(@Parameters(paramLabel = "NAME", description = "letters, digits and . _ - @") String name,
            @Parameters(paramLabel = "ROLE", description = "viewer, reader, operator or admin") String role, @Mixin PasswordInput input)
            throws IOException, UnusableInputException {
        String checked = name(name);
        Role known = role(role);
        if (accounts.read().account(checked).isPresent()) {
            throw taken(checked);
        }
        String kept = PasswordDigest.of(input.read(console)).toString();
        accounts.<UnusableInputException>make("users add " + checked + " " + known.word(), now -> {
            if (now.account(checked).isPresent()) {
                throw taken(checked);
            }
            return now.with(new Account(checked, known, kept));
        });
        console.result("added: " + checked + ", " + known.word());
        return ExitCode.DONE;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a user, who is logged out at once.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws IOException, UnusableInputException {
        accounts.<UnusableInputException>make("users remove " + AccountName.normal(name),
                now -> keepingAnAdmin(now, now.without(existing(now, name).name())));
        console.result("removed: " + AccountName.normal(name));
        return ExitCode.DONE;
    }

    @Command(name = "password", mixinStandardHelpOptions = true, description = "Changes the password of a user, who has to log in again.")
    int password(@Parameters(paramLabel = "NAME") String name, @Mixin PasswordInput input) throws IOException, UnusableInputException {
        existing(accounts.read(), name);
        String kept = PasswordDigest.of(input.read(console)).toString();
        accounts.<UnusableInputException>make("users password " + AccountName.normal(name), now -> {
            Account account = existing(now, name);
            return now.with(new Account(account.name(), account.role(), kept));
        });
        console.result("changed: the password of " + AccountName.normal(name));
        return ExitCode.DONE;
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Changes the role of a user.")
    int role(@Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ROLE", description = "viewer, reader, operator or admin") String role)
            throws IOException, UnusableInputException {
        Role known = role(role);
        accounts.<UnusableInputException>make("users role " + AccountName.normal(name) + " " + known.word(), now -> {
            Account account = existing(now, name);
            return keepingAnAdmin(now, now.with(new Account(account.name(), known, account.password())));
        });
        console.result("changed: " + AccountName.normal(name) + " is " + known.word());
        return ExitCode.DONE;
    }

    private static Accounts keepingAnAdmin(Accounts before, Accounts after) throws UnusableInputException {
        if (before.hasAdmin() && !after.hasAdmin()) {
            throw new UnusableInputException("There would be no admin any more; make another user admin first.");
        }
        return after;
    }

    private static Account existing(Accounts accounts, String name) throws UnusableInputException {
        return accounts.account(name).orElseThrow(() -> new UnusableInputException("There is no user " + AccountName.normal(name) + "."));
    }

    private static UnusableInputException taken(String name) {
        return new UnusableInputException("There is a user " + name + " already.");
    }

    static String name(String name) throws UnusableInputException {
        try {
            return AccountName.checked(name);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(e.getMessage());
        }
    }

    static Role role(String word) throws UnusableInputException {
        return Role.of(word).orElseThrow(() -> new UnusableInputException("A role is one of " + Role.words() + ", not " + word + "."));
    }
}
