package spine.evaluate.internal.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Studies that every reader and the pipeline have scored.
 *
 * @param visits all of them, by patient and time
 * @param readers by their first sitting, at least one
 * @param again the second sitting of each, with the studies that were read twice; as many as there are readers
 * @param pipeline what the reports say
 * @param truth empty if it is not known
 * @param images of the studies whose truth is known; empty if it is not
 * @param leftOut studies that are in no figure, with the reason, one sentence each
 * @param notes what else a reader of the figures must know, in sentences
 */
public record RatedStudies(List<Visit> visits, List<Rater> readers, List<Rater> again, Rater pipeline, Optional<Rater> truth,
        List<ImageOutcome> images, List<String> leftOut, List<String> notes) {
    public static final String PIPELINE = "pipeline";
    public static final String TRUTH = "truth";
    public static final String MEAN = "mean of readers";
    public static final String CONSENSUS = "consensus of readers";
    /** Names that no reader can have. */
    public static final List<String> TAKEN = List.of(PIPELINE, TRUTH, MEAN, CONSENSUS);

    public RatedStudies {
        visits = visits.stream().sorted().toList();
        readers = List.copyOf(readers);
        again = List.copyOf(again);
        images = List.copyOf(images);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** A patient's earliest and latest study. */
    public record Course(Visit first, Visit last) {
    }

    /** The earliest study of each patient. */
    public List<Visit> first() {
        return courses().stream().map(Course::first).toList();
    }

    /** Of the patients with several studies, the earliest and the latest. */
    public List<Course> followed() {
        return courses().stream().filter(course -> !course.first().equals(course.last())).toList();
    }

    /** Earliest and latest of each patient, which may be the same. */
    private List<Course> courses() {
        Map<String, Course> courses = new LinkedHashMap<>();
        for (Visit visit : visits) {
            courses.merge(visit.patient(), new Course(visit, visit), (earlier, later) -> new Course(earlier.first(), later.last()));
        }
        return List.copyOf(courses.values());
    }

    /** The mean of the readers, and their consensus; nobody if there is one reader. */
    public List<Rater> joint() {
        return readers.size() < 2 ? List.of() : List.of(mean(), consensus());
    }

    /** The mean of the readers; the only reader if there is one. */
    public Rater mean() {
        return readers.size() < 2 ? readers.get(0) : new JointReader(readers).mean(MEAN);
    }

    /** The consensus of the readers; the only reader if there is one. */
    public Rater consensus() {
        return readers.size() < 2 ? readers.get(0) : new JointReader(readers).consensus(CONSENSUS);
    }

    /** Whom the pipeline is compared with: each reader, all together, the truth if it is known. */
    public List<Rater> references() {
        List<Rater> references = new ArrayList<>(readers);
        references.addAll(joint());
        truth.ifPresent(references::add);
        return references;
    }

    /** Every two readers. */
    public List<RaterPair> readerPairs() {
        List<RaterPair> pairs = new ArrayList<>();
        for (int first = 0; first < readers.size(); first++) {
            for (int second = first + 1; second < readers.size(); second++) {
                pairs.add(new RaterPair(readers.get(first), readers.get(second)));
            }
        }
        return pairs;
    }

    /** Whoever is compared with whom: the pipeline with its references, every two readers, each reader with the truth if it is known. */
    public List<RaterPair> pairs() {
        List<RaterPair> pairs = new ArrayList<>();
        references().forEach(other -> pairs.add(new RaterPair(pipeline, other)));
        pairs.addAll(readerPairs());
        truth.ifPresent(right -> readers.forEach(reader -> pairs.add(new RaterPair(reader, right))));
        return pairs;
    }

    /** Whether readers and pipeline have told single units, not totals alone. */
    public boolean hasUnits() {
        return readers.stream().allMatch(reader -> visits.stream().noneMatch(visit -> reader.of(visit).units().isEmpty()));
    }

    /** Whether everybody has told the total of some study. */
    public boolean has(Total total) {
        return visits.stream().anyMatch(visit -> readers.stream().noneMatch(reader -> Double.isNaN(reader.of(visit).total(total))));
    }
}
