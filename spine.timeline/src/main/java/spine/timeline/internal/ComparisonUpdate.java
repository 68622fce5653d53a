package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.UnusableInputException;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.comparison.PatientTimeline.Reach;
import spine.api.comparison.StudyComparison;
import spine.api.report.ResultArchive;
import spine.common.file.FileFailure;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.runtime.StudyFinder;

/** Makes the comparisons of a patient in one folder of results that are not as they should be. For one thread. */
final class ComparisonUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonUpdate.class);

    private final StudyComparison comparison;
    private final ResultArchive archive;
    private final StudyFinder finder;
    private final List<Comparison> made = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    ComparisonUpdate(StudyComparison comparison, ResultArchive archive, StudyFinder finder) {
        this.comparison = comparison;
        this.archive = archive;
        this.finder = finder;
    }

    List<Comparison> made() {
        return made;
    }

    List<String> failures() {
        return failures;
    }

    /**
     * Each is noted when it is made, so that a process that ends in between leaves the rest to be made. While an earlier result cannot be
     * reached, a comparison that is there stays.
     *
     * @param held by the caller
     * @param table what it has
     * @param results the folder of results
     * @param again folder of a result whose comparison is tried again although it has failed; empty for none
     */
    void run(TimelineFile held, ResultTable table, String patient, Path results, Reach reach, Optional<Path> again)
            throws IOException {
        PatientResults all = new PatientResults(table.of(patient), reach);
        List<RememberedResult> here = table.of(patient).stream().filter(result -> result.results().equals(results))
                .sorted(RememberedResult.BY_TIME).toList();
        for (RememberedResult result : here) {
            boolean asked = again.equals(Optional.of(result.folder()));
            if (asked || all.isComplete() || !ComparisonFolder.of(result.folder()).exists()) {
                RememberedResult now = update(result, all.upTo(result), asked);
                if (now != result) {
                    table.replace(result, now);
                    held.write(table.all());
                }
            }
        }
    }

    private RememberedResult update(RememberedResult result, TimePoints points, boolean again) throws IOException {
        ComparisonFolder folder = ComparisonFolder.of(result.folder());
        if (!points.isComparison()) {
            if (result.comparison().isEmpty()) {
                return result;
            }
            folder.remove();
            return result.compared("", false);
        }
        String digest = points.digest();
        boolean same = digest.equals(result.comparison());
        if (same && (result.failed() ? !again : folder.exists())) {
            return result;
        }
        Optional<String> failure = make(points, folder);
        if (failure.isPresent()) {
            // What is there is of other results by now.
            folder.remove();
            failures.add("The result of study " + result.study() + " could not be compared with the earlier ones of its patient: "
                    + Sentence.of(failure.get()));
        }
        return result.compared(digest, failure.isPresent());
    }

    /** @return why it could not be made; empty if it was */
    private Optional<String> make(TimePoints points, ComparisonFolder folder) {
        String study = points.last().study();
        try {
            ComparisonSummary summary = folder.write(points, comparison, archive, finder);
            made.add(new Comparison(study, folder.path(), points.first().identity().date().orElseThrow(),
                    points.beforeLast().identity().date().orElseThrow(), summary));
            return Optional.empty();
        } catch (UnusableInputException e) {
            LOG.info("the results of study {} cannot be compared", study, e);
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("the result of study {} was not compared", study, e);
            return Optional.of(FileFailure.reason(e));
        } catch (RuntimeException | Error e) {
            LOG.error("the result of study {} was not compared", study, e);
            return Optional.of("unexpectedly " + FailureWords.of(e) + "; the log has the details");
        }
    }
}
