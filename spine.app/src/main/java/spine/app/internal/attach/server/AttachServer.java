package spine.app.internal.attach.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.app.command.ExitCode;
import spine.app.internal.attach.AttachFolder;
import spine.app.internal.attach.FrameChannel;
import spine.app.internal.attach.ServerAddress;
import spine.common.file.BoundedFile;

/**
 * Takes command lines from other processes of the same user. It listens on a Unix domain socket in a folder that nobody else may enter, so
 * neither another account nor the network can reach it, and wants a token that is new with every start.
 */
public final class AttachServer implements AutoCloseable {
    /** More than people and scripts open side by side; each takes four threads. */
    static final int MOST_CLIENTS = 16;
    private static final Logger LOG = LoggerFactory.getLogger(AttachServer.class);
    private static final int TOKEN_BYTES = 32;
    private static final int LOCK_ATTEMPTS = 20;
    private static final long LOCK_PAUSE_MILLIS = 50;

    private final AttachFolder folder;
    private final FileChannel lock;
    private final Path path;
    private final String token;
    private final ClientCommands commands;
    private final Set<ClientSession> sessions = ConcurrentHashMap.newKeySet();
    private ServerSocketChannel socket;
    private boolean closed;

    private AttachServer(AttachFolder folder, FileChannel lock, ServerSocketChannel socket, Path path, String token,
            ClientCommands commands) {
        this.folder = folder;
        this.lock = lock;
        this.socket = socket;
        this.path = path;
        this.token = token;
        this.commands = commands;
    }

    /**
     * Listens from now on.
     *
     * @throws IOException if another process serves this folder, or it cannot be protected, or there are no such sockets
     */
    public static AttachServer open(AttachFolder folder, ClientCommands commands) throws IOException {
        PrivateFolder files = PrivateFolder.make(folder.folder());
        FileChannel lock = lock(folder);
        try {
            folder.clear();
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            ServerSocketChannel socket = listen(folder);
            Path path = ((UnixDomainSocketAddress) socket.getLocalAddress()).getPath();
            AttachServer server = new AttachServer(folder, lock, socket, path, HexFormat.of().formatHex(random), commands);
            files.write(folder.address(), new ServerAddress(path, server.token).text());
            Thread thread = new Thread(server::accept, "attach");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException | RuntimeException e) {
            folder.clear();
            lock.close();
            throw e;
        }
    }

    /** Ends what clients do and takes no more of them. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            socket.close();
        }
        sessions.forEach(ClientSession::end);
        folder.clear();
        lock.close();
    }

    /** Tries for a moment, because a client that looks whether a platform serves has the lock for as long. */
    private static FileChannel lock(AttachFolder folder) throws IOException {
        BoundedFile.requireRegular(folder.lock());
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            if (isLocked(channel)) {
                return channel;
            }
            pause();
        }
        channel.close();
        throw new IOException("another platform serves the same home");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOCK_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The path of a socket may have about a hundred bytes, and not every file system has sockets; a temporary folder has both. */
    private static ServerSocketChannel listen(AttachFolder folder) throws IOException {
        try {
            return listen(folder.socket());
        } catch (IOException inTheHome) {
            LOG.debug("no socket at {}", folder.socket(), inTheHome);
            Path elsewhere = Files.createTempDirectory("spine-");
            try {
                PrivateFolder.make(elsewhere);
                return listen(elsewhere.resolve("socket"));
            } catch (IOException e) {
                Files.deleteIfExists(elsewhere);
                throw e;
            }
        }
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        try {
            ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                return socket.bind(UnixDomainSocketAddress.of(path));
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (UnsupportedOperationException e) {
            throw new IOException("this system has no Unix domain sockets", e);
        }
    }

    private void accept() {
        Optional<ServerSocketChannel> open = listening();
        while (open.isPresent()) {
            try {
                SocketChannel client = open.get().accept();
                if (sessions.size() >= 2 * MOST_CLIENTS) {
                    client.close();
                    continue;
                }
                ClientSession session = new ClientSession(new FrameChannel(client), token,
                        sessions.size() < MOST_CLIENTS ? commands : AttachServer::refuse, sessions::remove);
                sessions.add(session);
                session.start();
            } catch (ClosedChannelException e) {
                open = listening();
            } catch (IOException e) {
                LOG.warn("a client was lost", e);
            }
        }
    }

    /** Empty once this is closed. A socket that an interrupt closed, which foreign code can send to any thread, is made anew. */
    private synchronized Optional<ServerSocketChannel> listening() {
        Thread.interrupted();
        try {
            if (!closed && !socket.isOpen()) {
                Files.deleteIfExists(path);
                socket = listen(path);
            }
        } catch (IOException e) {
            LOG.error("no more clients are taken until the platform starts again", e);
            closed = true;
        }
        return Optional.of(socket).filter(any -> !closed);
    }

    /** In words, unless there are as many again. */
    private static int refuse(Client client) {
        client.err().println("spine: " + MOST_CLIENTS + " clients are attached to the platform, and it takes no more.");
        return ExitCode.FAILED;
    }
}
