package spine.web.internal.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.common.access.Accounts;
import spine.common.access.AccountsFile;

/** The accounts as the file has them now: it is read again when it was replaced. Safe for use by many threads. */
final class AccountsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AccountsWatch.class);

    private final Path path;
    private final AccountsFile file;
    private Stamp read = Stamp.UNREADABLE;
    private Accounts accounts = Accounts.NONE;
    private String complaint = "";

    private record Stamp(Object key, FileTime modified, long size) {
        static final Stamp NONE = new Stamp(null, FileTime.fromMillis(0), -1);
        static final Stamp UNREADABLE = new Stamp(null, FileTime.fromMillis(0), -2);
    }

    AccountsWatch(Path path) {
        this.path = path;
        this.file = new AccountsFile(path);
    }

    /** Nobody, if it cannot be read. */
    synchronized Accounts now() {
        try {
            Stamp stamp = stamp();
            if (!stamp.equals(read)) {
                read = stamp;
                accounts = Accounts.NONE;
                accounts = file.read();
                complaint = "";
            }
        } catch (IOException e) {
            accounts = Accounts.NONE;
            // Looked at again by the next request: another mode of the file leaves no other trace.
            read = Stamp.UNREADABLE;
            if (!String.valueOf(e.getMessage()).equals(complaint)) {
                complaint = String.valueOf(e.getMessage());
                LOG.error("nobody can log in: {}", complaint);
            }
        }
        return accounts;
    }

    private Stamp stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        } catch (NoSuchFileException none) {
            return Stamp.NONE;
        }
    }
}
