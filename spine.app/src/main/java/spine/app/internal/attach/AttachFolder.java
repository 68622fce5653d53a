package spine.app.internal.attach;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import spine.common.file.BoundedFile;
import spine.common.install.InstallPaths;

/**
 * The folder in which a serving platform says how to reach it. While it serves, it holds a lock that the operating system takes back when
 * the process ends, however it ends: so an address that was left behind is never mistaken for one that is served.
 *
 * @param folder need not exist
 */
public record AttachFolder(Path folder) {

    /** Of the home that this process uses. */
    public static AttachFolder ofThisHome() {
        return new AttachFolder(InstallPaths.of(System::getProperty).attach());
    }

    /** File: see {@link ServerAddress}. */
    public Path address() {
        return folder.resolve("address");
    }

    /** The socket, where its path is short enough for one. */
    public Path socket() {
        return folder.resolve("socket");
    }

    /** File: locked by the process that serves. */
    public Path lock() {
        return folder.resolve("lock");
    }

    /**
     * The address of the platform that serves.
     *
     * @param leftBehind run, after the address was deleted, if it is one of a platform that ended without deleting it
     * @return empty if none serves
     */
    Optional<ServerAddress> served(Runnable leftBehind) throws IOException {
        BoundedFile.requireRegular(lock());
        try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.WRITE); FileLock free = channel.tryLock()) {
            if (free != null) {
                if (clear()) {
                    leftBehind.run();
                }
                return Optional.empty();
            }
        } catch (OverlappingFileLockException thisProcessServes) {
            // Then it has an address.
        } catch (NoSuchFileException nobodyServedYet) {
            return Optional.empty();
        }
        return Files.exists(address()) ? Optional.of(ServerAddress.read(address())) : Optional.empty();
    }

    /**
     * Deletes what a platform has left; to be called by the one that holds the lock.
     *
     * @return whether there was anything
     */
    public boolean clear() throws IOException {
        boolean there = Files.exists(address());
        if (there) {
            try {
                Path socket = ServerAddress.read(address()).socket();
                Files.deleteIfExists(socket);
                if (!socket.getParent().equals(folder)) {
                    Files.deleteIfExists(socket.getParent());
                }
            } catch (IOException unreadable) {
                // Then nothing says where the socket was.
            }
            Files.delete(address());
        }
        Files.deleteIfExists(socket());
        return there;
    }
}
