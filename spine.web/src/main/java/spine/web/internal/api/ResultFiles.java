package spine.web.internal.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a result folder by their names. What somebody asks for is looked up among these; no path is made of it.
 *
 * @param files by path below the folder, with slashes; no hidden files, and none that a link leads to
 */
record ResultFiles(SortedMap<String, Path> files) {
    /** More than a result ever has. */
    private static final int MOST = 10_000;
    private static final int DEEPEST = 6;
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("json", "application/json"), Map.entry("csv", "text/csv;charset=utf-8"), Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("dcm", "application/dicom"), Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"),
            Map.entry("svg", "image/svg+xml"), Map.entry("pdf", "application/pdf"), Map.entry("gz", "application/gzip"));

    static ResultFiles of(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).limit(MOST).forEach(file -> {
                String name = folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
                if (!name.startsWith(".") && !name.contains("/.")) {
                    files.put(name, file);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new ResultFiles(files);
    }

    /** The media type that a name stands for; bytes, where it stands for none. */
    static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }
}
