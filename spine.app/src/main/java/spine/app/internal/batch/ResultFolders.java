package spine.app.internal.batch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import spine.common.digest.Sha256;

/** The result folders of a run, named by their studies. */
public final class ResultFolders {
    private static final int DIGITS = 8;

    private ResultFolders() {
    }

    /**
     * A UID has digits and dots only. Anything else comes from a broken file and must not lead out of the folder, nor to the result of
     * another study: so its digest is a part of the name.
     */
    public static Path of(Path out, String study) {
        if (study.matches("[0-9]+(\\.[0-9]+)*")) {
            return out.resolve(study);
        }
        String digest = Sha256.of(study.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        return out.resolve(study.replaceAll("[^0-9A-Za-z.]", "_").replaceAll("^\\.+", "_") + "-" + digest);
    }
}
