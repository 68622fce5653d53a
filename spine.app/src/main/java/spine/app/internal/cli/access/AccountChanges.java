package spine.app.internal.cli.access;

import java.io.IOException;
import java.time.Instant;

import spine.common.access.AccessLog;
import spine.common.access.Accounts;
import spine.common.access.AccountsFile;
import spine.common.install.InstallPaths;

/** Changes who may use the platform, and has the access log say that the user of this machine did so. */
final class AccountChanges {
    private final AccountsFile file;
    private final AccessLog log;

    AccountChanges(InstallPaths paths) {
        this.file = new AccountsFile(paths.accounts());
        this.log = new AccessLog(paths.accessLog());
    }

    Accounts read() throws IOException {
        return file.read();
    }

    /** @param what the command, without secrets */
    <E extends Exception> void make(String what, AccountsFile.Change<E> change) throws IOException, E {
        file.change(change);
        log.add(Instant.now(), new AccessLog.Line("account", System.getProperty("user.name"), "", "command line", what, "", "done"));
    }
}
