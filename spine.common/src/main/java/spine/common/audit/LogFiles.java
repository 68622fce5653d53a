package spine.common.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import spine.common.file.BoundedFile;

/**
 * The files of one chained log: the one that is written, those that were full, and the digest of the last line.
 *
 * @param current such as {@code audit.log}; beside it lie {@code audit-000001.log} and {@code audit.head}
 */
record LogFiles(Path current) {
    private static final int HEAD_BYTES = 1024;
    private static final String NUMBERED = "-[0-9]{6}";

    private String stem() {
        return current.getFileName().toString().replaceFirst("\\.log$", "");
    }

    Path head() {
        return current.resolveSibling(stem() + ".head");
    }

    /** The digest of the last line; empty if none is noted. */
    String readHead() throws IOException {
        return Files.exists(head()) ? new String(BoundedFile.regular(head(), HEAD_BYTES), StandardCharsets.ISO_8859_1).strip() : "";
    }

    /** Those that were full, the oldest first. */
    List<Path> older() throws IOException {
        List<Path> older = new ArrayList<>();
        if (Files.isDirectory(current.getParent())) {
            try (var files = Files.newDirectoryStream(current.getParent(), stem() + "-*.log")) {
                files.forEach(file -> {
                    if (file.getFileName().toString().matches(Pattern.quote(stem()) + NUMBERED + "\\.log")) {
                        older.add(file);
                    }
                });
            }
        }
        older.sort(null);
        return older;
    }

    /** Where the current one goes when it is full. */
    Path next() throws IOException {
        List<Path> older = older();
        String last = older.isEmpty() ? "" : older.get(older.size() - 1).getFileName().toString();
        int number = last.isEmpty() ? 0 : Integer.parseInt(last.substring(stem().length() + 1, stem().length() + 7));
        return current.resolveSibling(String.format(Locale.ROOT, "%s-%06d.log", stem(), number + 1));
    }
}
