package spine.evaluate.internal.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import spine.api.UnusableInputException;

/**
 * Groups of studies that their owner defines: {@code groups.csv} beside the truth, with the columns {@code by} and
 * {@code group} and as many lines as there are groups.
 */
public final class GroupsFile {
    private static final List<String> HEADER = List.of("by", "group");

    private GroupsFile() {
    }

    /**
     * @param folder of the truth
     * @return names of groups by what the studies are split by, in alphabetical order; empty if there is no such file
     * @throws UnusableInputException if the file has other columns
     */
    public static Map<String, Set<String>> read(Path folder) throws UnusableInputException, IOException {
        Path file = folder.resolve("groups.csv");
        Map<String, Set<String>> groups = new TreeMap<>();
        if (Files.exists(file)) {
            CsvTable csv = CsvTable.read(file);
            if (!csv.header().equals(HEADER)) {
                throw new UnusableInputException(file + " must have the columns by and group.");
            }
            csv.lines().forEach(line -> groups.computeIfAbsent(line.fields().get(0), by -> new TreeSet<>()).add(line.fields().get(1)));
        }
        return Collections.unmodifiableMap(groups);
    }
}
