package spine.isolation.internal.child;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import spine.isolation.internal.wire.Wire;

/**
 * The main class of the other process. It ends when its standard input does, that is when the platform is gone, however that went; and at
 * once, because foreign code may keep an orderly end from coming.
 */
public final class ChildMain {

    private ChildMain() {
    }

    /** @param arguments folder for the framework, jar of the contracts, jar of the foreign bundle, jars of the bundles that it needs */
    public static void main(String... arguments) {
        Wire wire = new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // What foreign code prints goes to the log; what it reads is empty.
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
        try {
            new Answers(wire, new ForeignBundle(files.get(0), files.get(1), files.get(2), files.subList(3, files.size()))).loop();
        } catch (IOException ended) {
            // Nobody asks any more.
            Runtime.getRuntime().halt(0);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
