package spine.api.report;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A result of the same study in whose place another one comes: that of the content before a late image came, or that of the models before
 * a person corrected it.
 *
 * @param revision of the study's content that was scored, from 1; empty if it has none, as outside of a queue
 * @param report its structured report; empty if none was written
 */
public record Predecessor(OptionalInt revision, Optional<Document> report) {

    public Predecessor {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(report, "report");
    }

    /**
     * A DICOM object of the study; all are UIDs (PS3.3 C.17.2.1).
     *
     * @param sopClassUid its kind
     * @param sopInstanceUid its identity
     * @param seriesInstanceUid the series that it is in
     */
    public record Document(String sopClassUid, String sopInstanceUid, String seriesInstanceUid) {

        public Document {
            Objects.requireNonNull(sopClassUid, "sopClassUid");
            Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
            Objects.requireNonNull(seriesInstanceUid, "seriesInstanceUid");
        }
    }
}
