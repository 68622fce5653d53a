package spine.app.internal.batch;

import java.nio.file.Path;

/** The result folders of a run, named by their studies. */
public final class ResultFolders {

    private ResultFolders() {
    }

    /** A UID has digits and dots only; anything else comes from a broken file and must not lead out of the folder. */
    public static Path of(Path out, String study) {
        String name = study.replaceAll("[^0-9A-Za-z.]", "_").replaceAll("^\\.+", "_");
        return out.resolve(name.isEmpty() ? "_" : name);
    }
}
