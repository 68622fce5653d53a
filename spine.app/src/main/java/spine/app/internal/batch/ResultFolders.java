package spine.app.internal.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import spine.common.digest.Sha256;
import spine.common.file.AtomicFolder;
import spine.common.text.DicomUid;

/** The result folders of a run, named by their studies. */
public final class ResultFolders {
    /** Of a UID (DICOM PS3.5 section 9.1), so that the folder beside it while it is written has a name that file systems take, too. */
    private static final int LONGEST = 64;
    /** Of a digest: nobody finds two studies with the same. */
    private static final int DIGITS = 32;

    private ResultFolders() {
    }

    /** Whether a folder is one into which results were written. */
    public static boolean anyIn(Path out) throws IOException {
        return Files.exists(out.resolve("studies.csv")) || in(out).stream().anyMatch(folder -> Files.exists(folder.resolve("report.json")));
    }

    /** All that are there, sorted by name, without those that are being written and those that were kept beside newer ones. */
    static List<Path> in(Path out) throws IOException {
        try (Stream<Path> entries = Files.list(out)) {
            return entries.filter(Files::isDirectory).filter(folder -> !folder.getFileName().toString().startsWith(".")
                    && !AtomicFolder.isKept(folder)).sorted().toList();
        }
    }

    /**
     * A UID has digits and dots only. Anything else comes from a broken file and must not lead out of the folder, nor to the result of
     * another study: so its digest is a part of the name.
     */
    public static Path of(Path out, String study) {
        if (DicomUid.isValid(study)) {
            return out.resolve(study);
        }
        String digest = Sha256.of(study.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        String name = study.substring(0, Math.min(LONGEST, study.length())).replaceAll("[^0-9A-Za-z.]", "_").replaceAll("^\\.+", "_");
        return out.resolve(name + "-" + digest);
    }
}
