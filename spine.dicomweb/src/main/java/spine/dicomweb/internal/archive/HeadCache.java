package spine.dicomweb.internal.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.common.text.PlainText;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;

/** Heads of files, each read once as long as the file stays the same. Safe for several threads. */
final class HeadCache {
    private static final Logger LOG = LoggerFactory.getLogger(HeadCache.class);

    private final DicomCodec codec;
    private final Map<Path, Kept> heads;

    /** @param instance empty if the file cannot be read */
    private record Kept(long size, FileTime modified, Optional<Instance> instance) {
    }

    /** @param most heads that are kept, of about 4 kB each; the ones that were not used for longest go first */
    HeadCache(DicomCodec codec, int most) {
        this.codec = codec;
        this.heads = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
                return size() > most;
            }
        };
    }

    /** @return empty if the file is gone, or no DICOM object that can be read */
    Optional<Instance> instance(Path file) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
        Kept kept;
        synchronized (heads) {
            kept = heads.get(file);
        }
        if (kept == null || kept.size != now.size() || !kept.modified.equals(now.lastModifiedTime())) {
            // Outside of the lock: two threads may read the same file, and both get the same.
            kept = new Kept(now.size(), now.lastModifiedTime(), read(file));
            synchronized (heads) {
                heads.put(file, kept);
            }
        }
        return kept.instance;
    }

    private Optional<Instance> read(Path file) throws IOException {
        try {
            DicomObject head = HeadAttribute.headOf(codec.read(file, false));
            return Optional.of(new Instance(file, head));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (UnusableInputException unusable) {
            LOG.warn("{} is not shown by DICOMweb: {}", PlainText.line(file.toString()), PlainText.excerpt(unusable.getMessage()));
            return Optional.empty();
        }
    }
}
