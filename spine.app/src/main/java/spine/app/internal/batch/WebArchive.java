package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.Cancellation;
import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.WebStudies;
import spine.common.file.FileFailure;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;

/** A server with DICOM web services from which studies come. Safe for use by many threads. */
final class WebArchive {
    /** Studies; more are no cohort, or a server that never ends. */
    private static final int MOST = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DicomWeb web;
    private final DicomWebNode node;
    private final Map<String, String> query;

    /** @throws RefusedException if the address, or a file with credentials or certificates, cannot be used */
    WebArchive(DicomWeb web, WebStudies studies) throws RefusedException {
        try {
            this.web = web;
            this.query = studies.query();
            this.node = new DicomWebNode(DicomWebNode.address(studies.url()), Credentials.of(Path.of("/"), studies.user(),
                    studies.passwordFile(), studies.tokenFile()),
                    Optional.of(studies.trusted()).filter(file -> !file.isEmpty()).map(Path::of), PATIENCE);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage(), ExitCode.USAGE);
        }
    }

    /** Where a study is. */
    String location(String study) {
        return node.root() + "/studies/" + study;
    }

    /**
     * All studies that match.
     *
     * @return StudyInstanceUIDs as the server has them, in its order
     * @throws RefusedException if it cannot be asked, finds nothing, or finds too many
     */
    List<String> studies() throws RefusedException {
        try {
            List<String> found = web.studies(node, query, MOST);
            if (found.isEmpty()) {
                throw new RefusedException("The server " + node.root().getHost() + " has no study that matches.", ExitCode.UNUSABLE);
            }
            return found;
        } catch (DicomWebException e) {
            throw new RefusedException(e.getMessage(), e.isWorthTrying() ? ExitCode.FAILED : ExitCode.UNUSABLE);
        } catch (IOException e) {
            throw new RefusedException(FileFailure.sentence(e), ExitCode.FAILED);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage(), ExitCode.USAGE);
        }
    }

    /**
     * Retrieves all objects of a study.
     *
     * @param folder exists; what is in it after a failure is not the whole study
     * @throws DicomWebException if they did not all come
     * @throws java.util.concurrent.CancellationException when cancelled, between two objects
     * @throws RefusedException if the certificates cannot be used
     */
    void fetch(String study, Path folder, Cancellation cancellation) throws RefusedException, IOException {
        try {
            web.retrieve(node, study, RetrieveLimits.STANDARD, folder, there -> cancellation.check());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage(), ExitCode.USAGE);
        }
    }
}
