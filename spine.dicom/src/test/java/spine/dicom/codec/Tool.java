package spine.dicom.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of dcmtk and GDCM. */
final class Tool {

    private Tool() {
    }

    /** Runs a program on two files, which follow its options; the test is skipped where it is not installed. */
    static void run(String command, Path in, Path out) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add(in.toString());
        words.add(out.toString());
        run(words, out);
    }

    /** @param out made by the program */
    static void run(List<String> words, Path out) throws IOException, InterruptedException {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, words.get(0))));
        Assumptions.assumeTrue(installed, words.get(0) + " is not installed, test skipped");
        Path log = out.resolveSibling(out.getFileName() + ".log");
        int end = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (end != 0 || !Files.exists(out)) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + end + ": " + Files.readString(log));
        }
    }
}
