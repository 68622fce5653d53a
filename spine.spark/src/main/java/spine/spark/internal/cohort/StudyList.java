package spine.spark.internal.cohort;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.StudyFiles;

/**
 * Where to look for studies.
 *
 * @param there absolute paths of files and folders that exist, at least one
 * @param missing absolute paths that are listed and do not exist
 */
record StudyList(List<Path> there, List<Path> missing) {

    StudyList {
        there = List.copyOf(there);
        missing = List.copyOf(missing);
    }

    /**
     * @param source a folder, below which studies lie; or a text file in UTF-8 with a folder in each line, relative to where the list
     *     lies. Empty lines and those that begin with {@code #} are nothing
     * @throws RefusedException if nothing is there
     */
    static StudyList of(Path source) throws RefusedException {
        Path absolute = source.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return new StudyList(List.of(absolute), List.of());
        }
        List<Path> listed = lines(absolute).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> absolute.resolveSibling(line).normalize()).distinct().toList();
        List<Path> there = listed.stream().filter(Files::exists).toList();
        if (there.isEmpty()) {
            throw new RefusedException(absolute + " lists no folder that exists.", ExitCode.UNUSABLE);
        }
        return new StudyList(there, listed.stream().filter(path -> !there.contains(path)).toList());
    }

    /** What is listed and holds no study. */
    Stream<FailedStudy> without(List<StudyFiles> found) {
        Set<Path> holding = new HashSet<>();
        for (StudyFiles study : found) {
            for (Path file : study.paths()) {
                Path path = file;
                while (path != null && holding.add(path)) {
                    path = path.getParent();
                }
            }
        }
        return Stream.concat(missing.stream().map(path -> new FailedStudy("", path.toString(), path + " does not exist.")),
                there.stream().filter(path -> !holding.contains(path))
                        .map(path -> new FailedStudy("", path.toString(), path + " holds no study with MR images.")));
    }

    private static List<String> lines(Path list) throws RefusedException {
        try {
            return Files.readAllLines(list);
        } catch (CharacterCodingException e) {
            throw new RefusedException(list + " is neither a folder nor a list of folders in UTF-8.", ExitCode.UNUSABLE);
        } catch (IOException e) {
            throw new RefusedException(list + (Files.exists(list) ? " cannot be read." : " does not exist."), ExitCode.UNUSABLE);
        }
    }
}
