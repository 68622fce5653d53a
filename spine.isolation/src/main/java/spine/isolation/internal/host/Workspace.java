package spine.isolation.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.score.ScoringIndex;
import spine.common.file.FileTree;
import spine.isolation.internal.child.ChildMain;
import spine.isolation.internal.process.ChildProgram;

/**
 * The folder of this platform for the jars that processes run from and for what they write. It is made when the first process needs it;
 * those that killed platforms left, which hold their locks no longer, are removed then.
 */
final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private static final String LOCK = ".lock";

    private final BundleContext context;
    private final Path all;
    private final Map<String, Path> jars = new HashMap<>();
    private Path own;
    private FileChannel lock;

    /** @param all folder of the folders of all platforms of this home */
    Workspace(BundleContext context, Path all) {
        this.context = context;
        this.all = all;
    }

    /** For what processes write. */
    synchronized Path folder() throws IOException {
        if (own == null) {
            Files.createDirectories(all);
            removeLeftovers();
            String name = UUID.randomUUID().toString();
            lock = FileChannel.open(all.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            own = Files.createDirectory(all.resolve(name));
        }
        return own;
    }

    /** What a process of the bundle is started by. */
    synchronized ChildProgram program(Bundle standIn) throws IOException {
        Path contracts = jar(FrameworkUtil.getBundle(ScoringIndex.class));
        List<Path> needed = new ArrayList<>();
        for (Bundle other : NeededBundles.of(standIn, context)) {
            needed.add(jar(other));
        }
        List<Path> classPath = List.of(framework(), jar(context.getBundle()), contracts);
        return new ChildProgram(ChildMain.class.getName(), classPath, contracts, jar(standIn), needed);
    }

    private Path framework() throws IOException {
        Path file = folder().resolve("framework.jar");
        if (!Files.exists(file)) {
            try (InputStream in = context.getBundle().getEntry("framework.jar").openStream()) {
                Files.copy(in, file);
            }
        }
        return file;
    }

    private Path jar(Bundle bundle) throws IOException {
        String content = bundle.getBundleId() + "-" + bundle.getLastModified();
        Path file = jars.get(content);
        if (file == null) {
            file = folder().resolve(content + ".jar");
            BundleJar.write(bundle, file);
            jars.put(content, file);
        }
        return file;
    }

    private void removeLeftovers() throws IOException {
        try (var files = Files.list(all)) {
            for (Path left : files.filter(file -> file.getFileName().toString().endsWith(LOCK)).toList()) {
                try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE); FileLock free = channel.tryLock()) {
                    if (free != null) {
                        String name = left.getFileName().toString();
                        remove(left.resolveSibling(name.substring(0, name.length() - LOCK.length())), left);
                    }
                } catch (OverlappingFileLockException another) {
                    // Of this process.
                }
            }
        }
    }

    private static void remove(Path folder, Path lockFile) {
        try {
            if (Files.exists(folder)) {
                FileTree.delete(folder);
            }
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", folder, e.toString());
        }
    }

    @Override
    public synchronized void close() {
        if (own != null) {
            remove(own, all.resolve(own.getFileName() + LOCK));
            try {
                lock.close();
            } catch (IOException e) {
                LOG.debug("the lock of {}", own, e);
            }
            own = null;
            jars.clear();
        }
    }
}
