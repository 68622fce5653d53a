package spine.common.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.common.file.BoundedFile;

/**
 * Reads a {@link ChainedLog} from its beginning to its end and finds the first line that does not follow from the one before it.
 *
 * @param files that were read
 * @param lines in all of them, up to the first fault
 * @param first time of the first line; empty if there is none
 * @param last digest of the last line; noted elsewhere, it proves later that nothing before it was changed
 * @param fault one sentence that names file and line; empty if the log is whole
 */
public record ChainCheck(int files, long lines, String first, String last, String fault) {

    /** @param file the current one */
    public static ChainCheck of(Path file) throws IOException {
        return of(file, ChainedLog.MOST_OLDER);
    }

    static ChainCheck of(Path file, int mostOlder) throws IOException {
        LogFiles files = new LogFiles(file.toAbsolutePath());
        List<Path> all = new ArrayList<>(files.older());
        boolean full = all.size() >= mostOlder;
        if (Files.exists(file)) {
            all.add(file);
        }
        // Before the lines: while this reads, another process may go on writing.
        String head = files.readHead();
        Reading reading = new Reading(full, head);
        for (Path each : all) {
            reading.read(each);
            if (!reading.fault.isEmpty()) {
                break;
            }
        }
        String fault = reading.fault.isEmpty() ? reading.end(files.head().getFileName().toString()) : reading.fault;
        return new ChainCheck(all.size(), reading.lines, reading.first, reading.before, fault);
    }

    /** What was read so far. */
    private static final class Reading {
        private final boolean full;
        private final String head;
        private boolean chained;
        private long lines;
        private String first = "";
        private String before = ChainedLine.BEGINNING;
        private boolean headSeen;
        private String fault = "";

        /**
         * @param full whether older files may have been removed
         * @param head digest of the last line that was noted; empty if none was
         */
        private Reading(boolean full, String head) {
            this.full = full;
            this.head = head;
            this.headSeen = head.equals(before);
        }

        /** What is to be said of the end, once every line is read. */
        private String end(String headFile) {
            if (head.isEmpty()) {
                return chained ? headFile + " is missing, so that lines may be missing at the end." : "";
            }
            return headSeen ? "" : "Lines are missing at the end: no line is the one that " + headFile + " says was the last.";
        }

        private void read(Path file) throws IOException {
            String name = file.getFileName().toString();
            BoundedFile.requireRegular(file);
            if (Files.size(file) > ChainedLog.LARGEST) {
                fault = name + ": it has more bytes than such a file ever has.";
                return;
            }
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                long number = 0;
                for (String bytes = in.readLine(); bytes != null && fault.isEmpty(); bytes = in.readLine()) {
                    number++;
                    follow(ChainedLine.parse(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)),
                            name + ", line " + number + ": ");
                }
            }
        }

        private void follow(ChainedLine line, String place) {
            if (!line.isChained()) {
                // Nothing tells a line of a release that wrote no digests from one whose digest was removed.
                fault = place + "it has no digest, so that nobody can tell whether it was changed.";
                return;
            }
            if (!chained && !line.continuedFile().isEmpty() && lines == 0) {
                // The file before it may have been removed because there were many; not otherwise.
                fault = full ? "" : place + "it continues " + line.continuedFile() + ", which is missing.";
                before = line.continuedChain();
            }
            if (fault.isEmpty()) {
                chained = true;
                fault = line.follows(before) ? "" : place + "it does not follow from the line before it; one of them was changed, or lines"
                        + " between them were removed or put in.";
                before = line.chain();
            }
            headSeen |= before.equals(head);
            lines += fault.isEmpty() ? 1 : 0;
            first = first.isEmpty() ? line.time() : first;
        }
    }
}
