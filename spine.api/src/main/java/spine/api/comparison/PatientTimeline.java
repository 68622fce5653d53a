package spine.api.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers which results are of one patient, and has each compared with the earlier ones by {@link StudyComparison}. Comparisons lie in
 * the folder {@link #FOLDER} beside the result folders, each under the name of the later result's folder. Safe for use by many threads
 * and, in the same home, by many processes.
 *
 * <p>Two results are of one patient if their studies have the same PatientID and nothing else in the headers contradicts
 * ({@link spine.api.deidentification.StudyIdentity}). When in doubt they are not compared, and that is said.
 */
@ProviderType
public interface PatientTimeline {

    /** Name of the folder with the comparisons. */
    String FOLDER = "comparisons";

    /**
     * A result in its place.
     *
     * @param studyInstanceUid the study
     * @param folder its result folder, with its manifest
     * @param images the files that were scored; those that are gone by the time of a comparison are not shown
     * @param corrects folder of the result that a person corrected to this one; empty if it is what the models gave. A corrected result
     *     is compared in place of that one as long as that one is not another, and it is remembered only if that one is
     */
    record Place(String studyInstanceUid, Path folder, List<Path> images, Optional<Path> corrects) {

        public Place {
            Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
            Objects.requireNonNull(folder, "folder");
            images = List.copyOf(images);
            Objects.requireNonNull(corrects, "corrects");
        }

        /** A result as the models gave it. */
        public Place(String studyInstanceUid, Path folder, List<Path> images) {
            this(studyInstanceUid, folder, images, Optional.empty());
        }
    }

    /** Which earlier results of the patient count. */
    enum Reach {
        /** Those in the same folder of results. */
        SAME_FOLDER,
        /** All that this home remembers; of two results of one study that in the same folder, else the one that came last. */
        ANY_FOLDER
    }

    /**
     * A comparison that was made.
     *
     * @param studyInstanceUid the study that was compared with the earlier ones
     * @param folder of the comparison
     * @param since when the earliest of its studies was made
     * @param latest when the one before the last was made
     * @param summary what was found
     */
    record Comparison(String studyInstanceUid, Path folder, LocalDate since, LocalDate latest, ComparisonSummary summary) {

        public Comparison {
            Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(latest, "latest");
            Objects.requireNonNull(summary, "summary");
        }
    }

    /**
     * What came of a result.
     *
     * @param known whether the study says of whom it is and when it was made, so that it can be compared with others
     * @param comparisons what was compared: the study with the earlier ones of its patient, and later ones with it
     * @param doubts a sentence for each reason why the study was not compared with one that has the same PatientID
     * @param failures a sentence for each comparison that could not be made
     */
    record Outcome(boolean known, List<Comparison> comparisons, List<String> doubts, List<String> failures) {

        public Outcome {
            comparisons = List.copyOf(comparisons);
            doubts = List.copyOf(doubts);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Remembers a result, and makes the comparisons in its folder of results that are not there yet: its own, and those of other results
     * of the patient; of a corrected result also those in the folder of the one that it corrects. Where the result in a place is another
     * one than before, or of another patient, comparisons with the former one are made anew or go. A result that is remembered already,
     * and is as it was, costs hardly anything. The result itself is not changed.
     *
     * @throws IOException if it cannot be remembered; the message, or {@link java.nio.file.FileSystemException#getFile()}, names the file
     */
    Outcome add(Place place, Reach reach) throws IOException;

    /**
     * Forgets the results of a folder that are not there any more, and removes the comparisons that they are a part of.
     *
     * @param results folder of results
     * @return UIDs of the studies that lost a comparison; {@link #add} makes it again of what is left
     */
    Set<String> forgetRemoved(Path results) throws IOException;
}
