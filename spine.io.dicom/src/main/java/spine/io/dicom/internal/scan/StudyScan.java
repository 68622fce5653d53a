package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.header.HeaderReader;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.uid.DerivedUid;

/**
 * Reads the headers below some locations and sorts them into studies. A file that cannot be read is noted in the study whose images lie
 * beside it, or that is the only one; else it goes to the log, since nobody can tell which study it belongs to.
 */
public final class StudyScan {
    private static final Logger LOG = LoggerFactory.getLogger(StudyScan.class);

    private final HeaderReader headers;
    private final PixelDigests digests;
    private final ExamGroups groups = new ExamGroups();
    private final Map<Path, Note> damaged = new LinkedHashMap<>();
    private int otherFiles;

    /**
     * @param codec reads headers
     * @param images reads pixels where images must be told apart by them
     */
    public StudyScan(DicomCodec codec, DicomImages images) {
        this.headers = new HeaderReader(codec, images);
        this.digests = new PixelDigests(images);
    }

    /**
     * @return the studies in the order of their first file, may be empty
     * @throws UnusableInputException if a location does not exist, or if the only location is a file that cannot be read
     */
    public List<FoundStudy> scan(List<Path> locations) throws UnusableInputException {
        for (Path file : FileWalk.files(locations)) {
            try {
                headers.read(file).forEach(this::add);
            } catch (UnusableInputException reason) {
                if (locations.equals(List.of(file))) {
                    throw reason;
                }
                otherFiles++;
                DamageNote.of(file, reason).ifPresent(note -> damaged.put(file, note));
            }
        }
        List<FoundStudy> found = new ArrayList<>();
        groups.exams().forEach(exam -> found.add(study(exam, describe(locations))));
        damaged.values().forEach(note -> LOG.warn(note.text()));
        return found;
    }

    public int otherFiles() {
        return otherFiles;
    }

    /** A warning for each file that cannot be read. */
    public List<Note> damaged() {
        return List.copyOf(damaged.values());
    }

    public static String describe(List<Path> locations) {
        return locations.get(0) + (locations.size() == 1 ? "" : " and " + (locations.size() - 1) + " other locations");
    }

    private void add(ImageHeader header) {
        if (header.rows() == 0 && (header.modality().isEmpty() || header.uids().series().isEmpty())) {
            otherFiles++;
        } else {
            groups.add(header);
        }
    }

    private FoundStudy study(ExamGroups.Exam exam, String location) {
        List<Note> notes = new ArrayList<>();
        List<Series> series = new SeriesGroups(digests, notes).of(exam.images());
        String uid = exam.uidInFiles();
        if (!exam.hasUid()) {
            uid = derived(uid, series);
            notes.add(Note.warning("The StudyInstanceUID of " + exam.images().size() + " images is missing or invalid; the study is called "
                    + uid + "."));
        }
        boolean alone = groups.exams().size() == 1;
        List<Path> beside = damagedBeside(exam);
        List<Path> files = Stream.concat(exam.images().stream().map(image -> image.source().file()), beside.stream()).distinct().toList();
        return new FoundStudy(uid, location, files, series, alone ? otherFiles : 0, beside.stream().map(damaged::get).toList(), notes,
                mixture(exam));
    }

    private List<Path> damagedBeside(ExamGroups.Exam exam) {
        if (groups.exams().size() == 1) {
            return List.copyOf(damaged.keySet());
        }
        Set<Path> folders = exam.images().stream().map(image -> image.source().file().toAbsolutePath().getParent())
                .collect(Collectors.toSet());
        return damaged.keySet().stream().filter(file -> folders.contains(file.toAbsolutePath().getParent())).toList();
    }

    private static String derived(String uidInFiles, List<Series> series) {
        DerivedUid uid = new DerivedUid().with("study").with(uidInFiles);
        if (uidInFiles.isEmpty()) {
            series.stream().flatMap(one -> one.images().stream()).map(ImageHeader::identity).sorted().forEach(uid::with);
        }
        return uid.uid();
    }

    private static Optional<String> mixture(ExamGroups.Exam exam) {
        List<ImageHeader> patients = exam.patients();
        return patients.size() < 2 ? Optional.empty() : Optional.of("images of " + patients.size() + " patients, by PatientID, name or "
                + "birth date, share one StudyInstanceUID, for instance " + patients.get(0).source().file() + " and "
                + patients.get(1).source().file() + "; nothing was scored, so that they are not mixed up");
    }
}
