package spine.onnx.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * ONNX Runtime 1.29.0 ends the process while its library is loaded, if the command line is long: from 4.0 kB on, and in the build for
 * CUDA from 3.5 kB. A process should not die of a drop-in bundle.
 */
public final class ShortCommandLine {
    private static final int LONGEST = 3500;

    private ShortCommandLine() {
    }

    /** @throws IllegalStateException if the command line of this process is too long */
    public static void require() {
        Path own = Path.of("/proc/self/cmdline");
        int length;
        try {
            length = Files.isReadable(own) ? Files.readAllBytes(own).length : 0;
        } catch (IOException unknown) {
            return;
        }
        if (length > LONGEST) {
            throw new IllegalStateException("ONNX Runtime is not loaded: it ends the process where the command line has more than "
                    + LONGEST
                    + " bytes, and this one has " + length + "; give class path and options in CLASSPATH and JDK_JAVA_OPTIONS.");
        }
    }
}
