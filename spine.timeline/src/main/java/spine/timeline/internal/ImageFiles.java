package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spine.common.file.FileTree;

/**
 * Where the images of a study lie.
 *
 * @param folder absolute; empty if it is not known where they lie
 * @param names of the files below it; none: all files in it
 */
record ImageFiles(Optional<Path> folder, List<String> names) {
    static final ImageFiles UNKNOWN = new ImageFiles(Optional.empty(), List.of());
    /** More than any study has that is scored. */
    private static final int MOST = 20_000;

    ImageFiles {
        names = List.copyOf(names);
    }

    static ImageFiles of(List<Path> files) {
        Optional<Path> common = files.size() > MOST ? Optional.empty()
                : FileTree.common(files).map(path -> files.size() == 1 ? path.getParent() : path);
        if (common.isEmpty()) {
            return UNKNOWN;
        }
        List<String> names = files.stream().map(file -> common.get().relativize(file.toAbsolutePath().normalize()).toString()).sorted()
                .distinct().toList();
        return new ImageFiles(common, isAllOf(common.get(), names) ? List.of() : names);
    }

    private static boolean isAllOf(Path folder, List<String> names) {
        try {
            return allIn(folder).stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()).equals(Set.copyOf(names));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Those that are there. @return none if one is missing, because others than all of them are not those that were scored */
    List<Path> present() {
        if (folder.isEmpty()) {
            return List.of();
        }
        try {
            List<Path> files = names.isEmpty() ? allIn(folder.get()) : names.stream().map(folder.get()::resolve).toList();
            return files.stream().allMatch(Files::exists) ? files : List.of();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static List<Path> allIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
