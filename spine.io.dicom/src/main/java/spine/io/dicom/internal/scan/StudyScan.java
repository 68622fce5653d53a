package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.io.dicom.internal.header.HeaderReader;
import spine.io.dicom.internal.header.ImageHeader;

/**
 * Reads the headers below some locations and sorts them into studies. What looks odd goes into the notes of the study if
 * it is the only one, else to the log, since nobody can tell which study a damaged file belongs to.
 */
public final class StudyScan {
    private static final Logger LOG = LoggerFactory.getLogger(StudyScan.class);

    private final HeaderReader headers;
    private final Map<String, Map<String, Map<String, ImageHeader>>> studies = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int otherFiles;

    public StudyScan(HeaderReader headers) {
        this.headers = headers;
    }

    /**
     * @return the studies in the order of their first file, may be empty
     * @throws UnusableInputException if a location does not exist, or if the only location is a file that cannot be read
     */
    public List<FoundStudy> scan(List<Path> locations) throws UnusableInputException {
        for (Path file : FileWalk.files(locations)) {
            try {
                add(headers.read(file));
            } catch (UnusableInputException reason) {
                if (locations.equals(List.of(file))) {
                    throw reason;
                }
                otherFiles++;
                if (!reason.getMessage().endsWith("is not a DICOM file")) {
                    notes.add(Note.warning(reason.getMessage() + "."));
                }
            }
        }
        if (studies.size() > 1) {
            notes.forEach(note -> LOG.warn(note.text()));
        }
        return found(describe(locations));
    }

    public int otherFiles() {
        return otherFiles;
    }

    public static String describe(List<Path> locations) {
        return locations.get(0) + (locations.size() == 1 ? "" : " and " + (locations.size() - 1) + " other locations");
    }

    private void add(ImageHeader header) {
        if (header.rows() == 0 && (header.modality().isEmpty() || header.seriesUid().isEmpty())) {
            otherFiles++;
            return;
        }
        ImageHeader twin = studies.computeIfAbsent(header.studyUid(), uid -> new LinkedHashMap<>())
                .computeIfAbsent(header.seriesUid(), uid -> new LinkedHashMap<>())
                .putIfAbsent(header.instanceUid(), header);
        if (twin != null) {
            notes.add(Note.info(header.file() + " holds the same image as " + twin.file() + " and was left out."));
        }
    }

    private List<FoundStudy> found(String location) {
        List<FoundStudy> found = new ArrayList<>();
        studies.forEach((uid, bySeries) -> {
            List<Series> series = new ArrayList<>();
            bySeries.forEach((seriesUid, images) -> series.add(new Series(seriesUid, List.copyOf(images.values()))));
            series.sort(Comparator.comparing(one -> one.first().order()));
            boolean alone = studies.size() == 1;
            found.add(new FoundStudy(uid, location, series, alone ? otherFiles : 0, alone ? notes : List.of()));
        });
        return found;
    }
}
