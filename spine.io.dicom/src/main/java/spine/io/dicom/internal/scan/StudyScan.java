package spine.io.dicom.internal.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.common.file.FileListing;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.header.HeaderReader;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.uid.DerivedUid;

/**
 * Reads the headers below some locations and sorts them into studies. A file that cannot be read is noted in the study that it may be of.
 * Where nobody can tell which that is, the files of a folder count as a study of their own that cannot be used: nothing is lost in silence.
 */
public final class StudyScan {
    private static final Logger LOG = LoggerFactory.getLogger(StudyScan.class);

    private final HeaderReader headers;
    private final PixelDigests digests;
    private final ExamGroups groups = new ExamGroups();
    private final ImageNames names = new ImageNames();
    private final UnreadFiles unread = new UnreadFiles();

    /**
     * @param codec reads headers
     * @param images reads pixels where images must be told apart by them
     */
    public StudyScan(DicomCodec codec, DicomImages images) {
        this.headers = new HeaderReader(codec, images);
        this.digests = new PixelDigests(images);
    }

    /**
     * @param locations files and folders. Of several, one that cannot be looked into is noted, as it is within a folder: a study can be
     *     found again by all that it consists of
     * @return the studies in the order of their first file, may be empty
     * @throws UnusableInputException if a location does not exist, or if the only location is a file that cannot be read
     */
    public List<FoundStudy> scan(List<Path> locations) throws UnusableInputException {
        for (Path file : files(locations)) {
            try {
                headers.read(file).forEach(this::add);
            } catch (UnusableInputException reason) {
                if (locations.equals(List.of(file))) {
                    throw reason;
                }
                unread.add(file, reason);
            }
        }
        Map<Path, Note> missed = unread.missed(names);
        missed.values().forEach(note -> LOG.warn(note.text()));
        NearestExams nearest = new NearestExams(groups.exams());
        Map<ExamGroups.Exam, List<Path>> beside = new HashMap<>();
        SortedMap<Path, List<Path>> strays = new TreeMap<>();
        for (Path file : missed.keySet()) {
            Set<ExamGroups.Exam> owners = nearest.of(file);
            owners.forEach(exam -> beside.computeIfAbsent(exam, key -> new ArrayList<>()).add(file));
            if (owners.isEmpty()) {
                strays.computeIfAbsent(file.toAbsolutePath().getParent(), key -> new ArrayList<>()).add(file);
            }
        }
        List<FoundStudy> found = new ArrayList<>();
        groups.exams().forEach(exam -> found.add(study(exam, describe(locations), beside.getOrDefault(exam, List.of()), missed)));
        if (found.stream().anyMatch(FoundStudy::hasMr)) {
            strays.forEach((folder, files) -> found.add(stray(folder, describe(locations), files, missed)));
        }
        return found;
    }

    private Set<Path> files(List<Path> locations) throws UnusableInputException {
        Set<Path> files = new LinkedHashSet<>();
        boolean several = locations.size() > 1;
        for (Path location : locations) {
            if (!Files.exists(location)) {
                if (several && Files.isSymbolicLink(location)) {
                    unread.addHidden(location, FileListing.sentence(location));
                    continue;
                }
                throw new UnusableInputException(location + " does not exist.");
            }
            try {
                FileListing found = FileListing.below(location);
                files.addAll(found.files());
                found.hidden().forEach(unread::addHidden);
            } catch (IOException e) {
                if (!several) {
                    throw new UnusableInputException(location + " cannot be listed.", e);
                }
                unread.addHidden(location, FileListing.sentence(location));
            }
        }
        return files;
    }

    public int otherFiles() {
        return unread.count();
    }

    /** A warning for each file that cannot be read. */
    public List<Note> damaged() {
        return List.copyOf(unread.missed(names).values());
    }

    public static String describe(List<Path> locations) {
        return locations.get(0) + (locations.size() == 1 ? "" : " and " + (locations.size() - 1) + " other locations");
    }

    private void add(ImageHeader header) {
        if (header.rows() == 0 && (header.modality().isEmpty() || header.uids().series().isEmpty())) {
            unread.addWithoutImage(header.source().file());
            return;
        }
        groups.add(header);
        if (header.isMr()) {
            names.add(header.source().file());
        }
    }

    private FoundStudy study(ExamGroups.Exam exam, String location, List<Path> beside, Map<Path, Note> missed) {
        List<Note> notes = new ArrayList<>();
        List<Series> series = new SeriesGroups(digests, notes).of(exam.images());
        String uid = exam.uidInFiles();
        if (!exam.hasUid()) {
            uid = derived(uid, series);
            notes.add(Note.warning("The StudyInstanceUID of " + exam.images().size() + " images is missing or invalid; the study is called "
                    + uid + "." + exam.bond()));
        }
        boolean alone = groups.exams().size() == 1;
        List<Path> files = Stream.concat(exam.images().stream().map(image -> image.source().file()), beside.stream()).distinct().toList();
        return new FoundStudy(uid, exam.hasUid(), location, files, series, alone ? unread.count() : 0,
                beside.stream().map(missed::get).toList(), notes, exam.obstacle());
    }

    private static FoundStudy stray(Path folder, String location, List<Path> files, Map<Path, Note> missed) {
        DerivedUid uid = new DerivedUid().with("stray");
        files.forEach(file -> uid.with(folder.relativize(file.toAbsolutePath()).toString()));
        List<Note> damaged = files.stream().map(missed::get).toList();
        String reason = (files.size() == 1 ? "a file in " + folder + " cannot be read" : files.size() + " files in " + folder
                + " cannot be read") + ", and nobody can tell which study it is of, for instance: " + damaged.get(0).text();
        return new FoundStudy(uid.with(folder.toString()).uid(), true, location, files.stream().filter(Files::isRegularFile).toList(),
                List.of(), 0, damaged, List.of(), Optional.of(reason.replaceFirst("\\.$", "")));
    }

    /** With the identities of the images: other exams can have the same invalid UID, or none as well. */
    private static String derived(String uidInFiles, List<Series> series) {
        DerivedUid uid = new DerivedUid().with("study").with(uidInFiles);
        series.stream().flatMap(one -> one.images().stream()).map(ImageHeader::identity).sorted().forEach(uid::with);
        return uid.uid();
    }
}
