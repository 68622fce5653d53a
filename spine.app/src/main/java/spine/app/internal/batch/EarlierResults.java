package spine.app.internal.batch;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.comparison.PatientTimeline;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.comparison.PatientTimeline.Outcome;
import spine.api.comparison.PatientTimeline.Place;
import spine.api.comparison.PatientTimeline.Reach;
import spine.api.image.StudySource;
import spine.app.command.Console;
import spine.app.embedded.StudyOutcome.Status;
import spine.common.file.FileFailure;

/**
 * Has results compared with the earlier ones of their patients. Whatever goes wrong with that is said, and leaves the result as it is. For
 * one thread.
 */
public final class EarlierResults {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierResults.class);

    private final Optional<PatientTimeline> timeline;
    private final Console console;
    private final Set<String> complaints = new HashSet<>();
    private int results;
    private int ofUnknown;

    /** @param timeline empty if nothing is to be compared */
    public EarlierResults(Optional<PatientTimeline> timeline, Console console) {
        this.timeline = timeline;
        this.console = console;
    }

    /** @return what was compared because of the study; that may be a later one, too */
    public List<Comparison> compare(AttemptedStudy attempted, StudySource source) {
        Status status = attempted.outcome().status();
        return status.hasResult()
                ? compare(new Place(source.studyInstanceUid(), attempted.folder(), source.files()), status != Status.NO_SPINE) : List.of();
    }

    /**
     * @param corrected a result that a person has corrected
     * @return what was compared because of it
     */
    public List<Comparison> compare(Place corrected) {
        return compare(corrected, false);
    }

    /** @param counts whether it is told in the end of whom nothing is known */
    private List<Comparison> compare(Place place, boolean counts) {
        if (timeline.isEmpty()) {
            return List.of();
        }
        console.at("comparing with earlier results", 0);
        try {
            Outcome outcome = timeline.get().add(place, Reach.ANY_FOLDER);
            if (counts) {
                results++;
                ofUnknown += outcome.known() ? 0 : 1;
            }
            outcome.doubts().forEach(doubt -> console.note("  note: " + doubt));
            outcome.failures().forEach(console::complain);
            return outcome.comparisons();
        } catch (IOException e) {
            LOG.error("the result of study {} is not compared with earlier ones", place.studyInstanceUid(), e);
            String sentence = "Results are not compared with earlier ones of their patients: " + FileFailure.reason(e);
            if (complaints.add(sentence)) {
                console.complain(sentence);
            }
            return List.of();
        }
    }

    /** To be called when there are no more studies. */
    public void end() {
        if (ofUnknown > 0) {
            console.note(ofUnknown + " of " + results + (results == 1 ? " result" : " results") + (ofUnknown == 1 ? " is" : " are")
                    + " not compared with earlier ones: the images do not say of whom they are, or when they were made.");
        }
    }
}
