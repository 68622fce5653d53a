package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.common.file.FileTree;

/**
 * Folders with one study and its truth each, as {@code ./spine phantom} writes them.
 */
interface TruthStudies {
    /** Where a study keeps its truth. */
    Path TRUTH = Path.of("truth", "truth.json");

    /** What they are, in words. */
    String description();

    /** How many. */
    int size();

    /** Hands over one folder, which is gone afterwards if it was made for this. */
    void with(int study, Visitor visitor) throws IOException, UnusableInputException, UnavailableException;

    /** Sees one study. */
    interface Visitor {
        void visit(Path folder) throws IOException, UnusableInputException, UnavailableException;
    }

    /** Studies of the standard profile, each of which lies on disk only while it is visited. */
    static TruthStudies synthetic(PhantomGenerator generator, int count, long seed) {
        return new TruthStudies() {
            @Override
            public String description() {
                return count + " synthetic whole-spine studies (spine.phantom, standard profile, seed " + seed + ")";
            }

            @Override
            public int size() {
                return count;
            }

            @Override
            public void with(int study, Visitor visitor) throws IOException, UnusableInputException, UnavailableException {
                Path place = Files.createTempDirectory("spine-calibration");
                try {
                    Path folder = place.resolve("study");
                    generator.write(PhantomGenerator.STANDARD, seed + study, folder);
                    visitor.visit(folder);
                } finally {
                    FileTree.delete(place);
                }
            }
        };
    }

    /** The folders below a place that have a truth. */
    static TruthStudies below(Path place) throws UnusableInputException, IOException {
        List<Path> folders;
        try (Stream<Path> files = Files.walk(place)) {
            folders = files.filter(file -> file.endsWith(TRUTH)).map(file -> file.getParent().getParent()).sorted().toList();
        }
        if (folders.isEmpty()) {
            throw new UnusableInputException("There is no " + TRUTH + " in a folder below " + place + ".");
        }
        return new TruthStudies() {
            @Override
            public String description() {
                return folders.size() + " studies with truth";
            }

            @Override
            public int size() {
                return folders.size();
            }

            @Override
            public void with(int study, Visitor visitor) throws IOException, UnusableInputException, UnavailableException {
                visitor.visit(folders.get(study));
            }
        };
    }
}
