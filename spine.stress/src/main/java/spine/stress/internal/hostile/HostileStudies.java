package spine.stress.internal.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spine.stress.internal.study.UidRoot;

/** Makes hostile studies of good ones. Each is a study of its own: its UIDs are none of the good one's. */
public final class HostileStudies {
    private static final String TRUTH = "truth";
    /** Series of fewer images are localizers. */
    private static final int FEW = 8;

    private HostileStudies() {
    }

    /**
     * @param good folder of a synthetic study
     * @param uid its StudyInstanceUID
     * @param folder does not exist yet
     * @param random decides the kind, and everything else
     */
    public static HostileStudy make(Path good, String uid, Path folder, Random random) throws IOException {
        HostileKind kind = HostileKind.values()[random.nextInt(HostileKind.values().length)];
        UidRoot root = UidRoot.of(uid);
        UidRoot other = root.other(random);
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(good)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = good.relativize(file);
                if (!name.startsWith(TRUTH)) {
                    Path copy = folder.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, root.renamed(Files.readAllBytes(file), other));
                    copies.add(copy);
                }
            }
        }
        kind.damage(large(copies), random);
        return new HostileStudy(kind, folder, uid);
    }

    private static List<Path> large(List<Path> copies) {
        return copies.stream().collect(Collectors.groupingBy(Path::getParent)).values().stream().filter(series -> series.size() >= FEW)
                .flatMap(List::stream).sorted().toList();
    }
}
