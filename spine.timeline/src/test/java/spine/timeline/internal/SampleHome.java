package spine.timeline.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import spine.api.UnusableInputException;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.ComparisonSummary.TotalChange;
import spine.api.comparison.ComparisonSummary.Verdict;
import spine.api.comparison.PatientTimeline.Outcome;
import spine.api.comparison.PatientTimeline.Place;
import spine.api.comparison.PatientTimeline.Reach;
import spine.api.comparison.StudyComparison;
import spine.api.deidentification.StudyIdentity;
import spine.api.deidentification.StudyIdentity.Fact;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;
import spine.common.digest.Sha256;
import spine.common.file.AtomicFolder;
import spine.common.install.InstallPaths;
import spine.pipeline.result.Manifest;
import spine.pipeline.result.ResultFolder;
import spine.runtime.StudyFinder;

/**
 * A home with results of real manifests, of "images" that are a few words of text: study, patient, date, time and facts. In place of the
 * comparison stands one that writes down which results it was given, with images or without.
 */
final class SampleHome implements StudyComparison, ResultArchive, StudyFinder {
    final InstallPaths paths;
    /** Results of the comparisons that were made, as {@code 1.1+ a/1.2}: + for images, and where it lies if not beside the comparison. */
    final List<String> compared = new CopyOnWriteArrayList<>();
    volatile Exception failure;

    private final Path folder;
    private final ComparedTimeline timeline;

    SampleHome(Path folder) {
        this.folder = folder;
        this.paths = new InstallPaths(folder.resolve("home"));
        this.timeline = timeline();
    }

    /** As another process has it. */
    ComparedTimeline timeline() {
        return new ComparedTimeline(paths, SampleHome::identity, this, this, this);
    }

    ComparedTimeline ofThisProcess() {
        return timeline;
    }

    Path results(String name) {
        return folder.resolve(name);
    }

    /** A result that was scored and is to be compared. */
    Outcome score(String results, String study, String header) throws IOException {
        Place place = place(results, study, header);
        write(place, "1");
        return timeline.add(place, Reach.ANY_FOLDER);
    }

    /** What a person made of a result. */
    Outcome correct(String results, String study, String corrected) throws IOException {
        Place models = new Place(study, results(results).resolve(study), List.of(folder.resolve("images").resolve(study).resolve("1.dcm")));
        Place place = new Place(study, results(corrected).resolve(study), models.images(), Optional.of(models.folder()));
        write(place, "corrected");
        return timeline.add(place, Reach.ANY_FOLDER);
    }

    /** Its image and the place of its result, which is not there yet. */
    Place place(String results, String study, String header) throws IOException {
        Path image = Files.createDirectories(folder.resolve("images").resolve(study)).resolve("1.dcm");
        Files.writeString(image, study + " " + header);
        return new Place(study, results(results).resolve(study), List.of(image));
    }

    /** @param content another one makes another result */
    static void write(Place place, String content) throws IOException {
        write(place, content, Optional.empty());
    }

    static void write(Place place, String content, Optional<String> noSpine) throws IOException {
        ResultFolder result = ResultFolder.of(place.folder(), place.studyInstanceUid());
        try (AtomicFolder fresh = result.begin()) {
            Files.writeString(fresh.staging().resolve("report.json"), content);
            result.publish(fresh, List.of("sparcc"), noSpine);
        }
    }

    private static StudyIdentity identity(Path image, Path key) throws IOException, UnusableInputException {
        String[] words = Files.readString(image).split(" ");
        if (words.length < 3) {
            throw new UnusableInputException(image + " is not DICOM.");
        }
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        boolean vague = false;
        boolean deidentified = false;
        Optional<LocalTime> time = Optional.empty();
        for (String word : List.of(words).subList(3, words.length)) {
            if (word.equals("vague")) {
                vague = true;
            } else if (word.equals("deidentified")) {
                deidentified = true;
            } else if (word.contains("=")) {
                facts.put(Fact.valueOf(word.substring(0, word.indexOf('='))), word.substring(word.indexOf('=') + 1));
            } else {
                time = Optional.of(LocalTime.parse(word));
            }
        }
        return new StudyIdentity(words[0], Optional.of(words[1]).filter(word -> !word.equals("nobody")).map(SampleHome::pseudonym), !vague,
                deidentified, facts, Optional.of(words[2]).filter(word -> !word.equals("undated")).map(LocalDate::parse), time);
    }

    static String pseudonym(String patient) {
        return "P" + Sha256.of(patient.getBytes(StandardCharsets.UTF_8)).substring(0, 15).toUpperCase(Locale.ROOT);
    }

    @Override
    public ComparisonSummary compare(List<TimePoint> timePoints, List<String> warnings, Path target)
            throws UnusableInputException, IOException {
        if (failure instanceof UnusableInputException unusable) {
            throw unusable;
        }
        if (failure instanceof IOException unwritable) {
            throw unwritable;
        }
        if (failure instanceof RuntimeException bug) {
            throw bug;
        }
        List<String> studies = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (TimePoint point : timePoints) {
            String study = Manifest.in(point.result()).origin().studyInstanceUid();
            studies.add(study);
            if (!point.identity().orElseThrow().studyInstanceUid().equals(study)) {
                throw new AssertionError("that is known of another study");
            }
            Path results = point.result().getParent();
            words.append(words.isEmpty() ? "" : " ").append(results.equals(target.getParent().getParent()) ? ""
                    : results.getFileName() + "/").append(study).append(point.images().isPresent() ? "+" : "");
        }
        compared.add(words.toString());
        try (AtomicFolder fresh = AtomicFolder.replace(target)) {
            Files.writeString(fresh.staging().resolve("comparison.html"), words);
            Files.writeString(fresh.staging().resolve("comparison.json"), words);
            fresh.publish();
        }
        return new ComparisonSummary(target.resolve("comparison.html"), studies, List.of(new TotalChange("sparcc", "total6", 8, 3,
                OptionalDouble.empty(), OptionalDouble.empty(), Verdict.UNDETERMINED)), List.of("total6 fell by 5."), warnings);
    }

    @Override
    public Contents contents(Path result) throws IOException, UnusableInputException {
        if (Files.readString(result.resolve("report.json")).equals("corrected")) {
            throw new UnusableInputException("The result in " + result + " was itself corrected.");
        }
        return new Contents(Manifest.in(result).origin().studyInstanceUid(), Set.of("1.2.3"), List.of("sparcc"));
    }

    @Override
    public ScoringResult restore(Path result, Study study) {
        throw new AssertionError("nobody asks for a result");
    }

    @Override
    public List<StudySource> find(List<Path> locations, SeriesChoice choice) {
        return List.of(new StudySource() {
            @Override
            public String studyInstanceUid() {
                return locations.get(0).getParent().getFileName().toString();
            }

            @Override
            public Study load() {
                throw new AssertionError("nobody asks for pixels");
            }
        });
    }
}
