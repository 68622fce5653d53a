package spine.app.internal.cli.access;

import java.io.IOException;

import spine.app.command.Console;
import spine.common.access.Account;
import spine.common.access.Accounts;
import spine.common.access.GeneratedPassword;
import spine.common.access.PasswordDigest;
import spine.common.access.Role;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;

/** The account that a home begins with, so that nobody serves without a password, or with one that others know. */
public final class FirstAdmin {
    private static final String NAME = "admin";

    private FirstAdmin() {
    }

    /** Makes it, unless somebody is admin; says its password on the console, and nowhere else. */
    public static void make(Console console) {
        AccountChanges accounts = new AccountChanges(InstallPaths.of(System::getProperty));
        char[] password = GeneratedPassword.draw();
        try {
            Accounts before = accounts.read();
            if (before.hasAdmin()) {
                return;
            }
            if (before.account(NAME).isPresent()) {
                console.complain("No user is admin; './spine users role NAME admin' makes one.");
                return;
            }
            accounts.make("serve: users add " + NAME + " " + Role.ADMIN.word(),
                    now -> now.with(new Account(NAME, Role.ADMIN, PasswordDigest.of(password).toString())));
            console.result("User " + NAME + " with the password " + new String(password) + " was made; it is not shown again."
                    + " './spine users password " + NAME + "' changes it.");
        } catch (IOException e) {
            console.complain("Nobody can log in over the network: " + FileFailure.reason(e));
        }
    }
}
