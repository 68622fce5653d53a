package spine.app.internal.batch;

import java.io.IOException;
import java.util.Optional;

import spine.api.UnusableInputException;
import spine.api.cohort.CohortReport;
import spine.api.cohort.CohortSummary;

/** The page on all studies beside the tables. For one thread. */
public final class BatchPage {
    private final OutputPlace place;
    private final CohortReport report;

    public BatchPage(OutputPlace place, CohortReport report) {
        this.place = place;
        this.report = report;
    }

    /**
     * Writes it anew, after the tables.
     *
     * @return empty if there is no study
     */
    public Optional<CohortSummary> write() throws IOException {
        CohortSummary[] summary = new CohortSummary[1];
        place.alone(() -> {
            try {
                summary[0] = report.write(place.folder());
            } catch (UnusableInputException noStudy) {
                summary[0] = null;
            }
        });
        return Optional.ofNullable(summary[0]);
    }
}
