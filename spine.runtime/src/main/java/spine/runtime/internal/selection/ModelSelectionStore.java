package spine.runtime.internal.selection;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.model.SegmentationModel;
import spine.common.file.BoundedFile;
import spine.common.file.LockedFile;
import spine.common.install.InstallPaths;
import spine.runtime.internal.admission.ProviderDescriptor;

/**
 * The choices of one home. Several processes share the file: each looks at its time stamp before every use, and changes
 * it under a lock and as a whole, so that a killed process leaves the old choices or the new ones.
 */
@Component(service = ModelSelectionStore.class)
public final class ModelSelectionStore {
    private static final Logger LOG = LoggerFactory.getLogger(ModelSelectionStore.class);
    private static final Stamp ABSENT = new Stamp(0, -1, "");

    private final Path file;
    private final LockedFile shared;
    private Stamp seen = ABSENT;
    private ModelSelection choices = ModelSelection.NONE;
    private String warning = "";

    /** What tells one content of the file from the next. */
    private record Stamp(long nanos, long size, Object key) {
    }

    @Activate
    public ModelSelectionStore(BundleContext context) {
        this(InstallPaths.of(context::getProperty).modelSelection());
    }

    /** @param file need not exist */
    public ModelSelectionStore(Path file) {
        this.file = file;
        this.shared = new LockedFile(file);
    }

    /** What is chosen now. A file that cannot be understood counts as no choice, see {@link #warning}. */
    public synchronized ModelSelection read() {
        Stamp now = stamp();
        if (!now.equals(seen)) {
            load();
            seen = now;
        }
        return choices;
    }

    /** One sentence if the file cannot be understood, else empty. */
    public synchronized String warning() {
        read();
        return warning;
    }

    /**
     * Changes the choices on top of whatever the file says at this moment.
     *
     * @throws IOException if the file cannot be written; then nothing has changed
     */
    public synchronized void change(UnaryOperator<ModelSelection> change) throws IOException {
        shared.locked(() -> {
            ModelSelection before = read();
            ModelSelection after = change.apply(before);
            if (!after.equals(before)) {
                shared.replace(ModelSelectionJson.write(after));
                read();
            }
        });
    }

    /**
     * Notes that a model serves, for going back to it later, and that the weights of one of the platform may; a file that cannot be
     * written costs no study.
     */
    public void remember(ProviderDescriptor<SegmentationModel> model) {
        UnaryOperator<ModelSelection> note = before -> {
            ModelSelection after = before.serving(model.name(), model.model());
            return model.deployed() || model.weightsSha256().isEmpty() ? after : after.proving(model.weightsSha256());
        };
        ModelSelection now = read();
        if (!note.apply(now).equals(now)) {
            try {
                change(note);
            } catch (IOException e) {
                LOG.warn("that {} serves now could not be written", model.model(), e);
            }
        }
    }

    private void load() {
        warning = "";
        choices = ModelSelection.NONE;
        try {
            choices = ModelSelectionJson.read(BoundedFile.regular(file, BoundedFile.LONGEST));
        } catch (NoSuchFileException nothingChosen) {
            // the newest model of each role serves
        } catch (IOException e) {
            warning = "The choice of models in " + file + " cannot be used because " + reason(e)
                    + "; the newest models serve until one is chosen again.";
            LOG.warn(warning);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException failure && failure.getReason() != null ? failure.getReason() : e.getMessage();
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(),
                    String.valueOf(attributes.fileKey()));
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
