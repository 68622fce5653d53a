import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Waits for a lock and runs a command while it holds it: {@code java Locked.java FILE COMMAND...}. macOS has no such tool. */
final class Locked {
    private Locked() {
    }

    public static void main(String... arguments) throws Exception {
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        int exitCode;
        try (FileChannel file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        System.exit(exitCode);
    }
}
