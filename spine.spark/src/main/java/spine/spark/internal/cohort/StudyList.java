package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.spark.internal.platform.ProcessPlatform.Work;

/**
 * Where to look for studies.
 *
 * @param there absolute paths of files and folders that exist, at least one
 * @param missing absolute paths that are listed and do not exist
 */
public record StudyList(List<Path> there, List<Path> missing) implements CohortInput {
    /** Some 100,000 folders; what is longer is something else. */
    private static final int MOST_BYTES = 16 << 20;
    /** What editors on Windows begin a text with. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public StudyList {
        there = List.copyOf(there);
        missing = List.copyOf(missing);
    }

    /**
     * @param source a folder, below which studies lie; or a text file in UTF-8 of at most {@value #MOST_BYTES} bytes with a folder in each
     *     line, relative to where the list lies. Empty lines and those that begin with {@code #} are nothing; what stands in several
     *     lines counts once
     * @throws RefusedException if it is neither, or nothing that is listed exists
     */
    public static StudyList of(Path source) throws RefusedException {
        Path absolute = source.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return new StudyList(List.of(absolute), List.of());
        }
        List<Path> listed = paths(absolute, text(absolute));
        Map<Boolean, List<Path>> exist = listed.stream().collect(Collectors.partitioningBy(Files::exists));
        if (exist.get(true).isEmpty()) {
            throw new RefusedException(absolute + " lists no folder that exists.", ExitCode.UNUSABLE);
        }
        return new StudyList(exist.get(true), exist.get(false));
    }

    @Override
    public List<String> shared() {
        return List.of(there.get(0).toString());
    }

    @Override
    public Work<ArrayList<StudyFiles>> search(ScoringOptions options) {
        List<String> locations = there.stream().map(Path::toString).toList();
        return platform -> new ArrayList<>(platform.find(locations.stream().map(Path::of).toList(), options));
    }

    @Override
    public StudyScoring scoring() {
        return (platform, study, options) -> platform.score(study, options);
    }

    @Override
    public Stream<FailedStudy> without(List<StudyFiles> found) {
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

    private static List<Path> paths(Path list, String text) throws RefusedException {
        try {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> list.resolveSibling(line).normalize()).distinct().toList();
        } catch (InvalidPathException e) {
            throw noList(list);
        }
    }

    private static String text(Path list) throws RefusedException {
        try (InputStream in = Files.newInputStream(list)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RefusedException(list + " is too long for a list of folders: it has more than " + MOST_BYTES + " bytes.",
                        ExitCode.UNUSABLE);
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw noList(list);
        } catch (IOException e) {
            throw new RefusedException(list + (Files.exists(list) ? " cannot be read." : " does not exist."), ExitCode.UNUSABLE);
        }
    }

    private static RefusedException noList(Path file) {
        return new RefusedException(file + " is neither a folder nor a list of folders in UTF-8.", ExitCode.UNUSABLE);
    }
}
