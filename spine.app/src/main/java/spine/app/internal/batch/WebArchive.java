package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import spine.api.Cancellation;
import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.WebStudies;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;

/** A server with DICOM web services from which studies come. Safe for use by many threads. */
final class WebArchive {
    /** Studies; more are no cohort, or a server that never ends. */
    private static final int MOST = 100_000;
    /** Studies of one answer. */
    private static final int PAGE = 1000;
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
     * All studies that match, in the order in which the server has them. It is asked until an answer has nothing new: it may give fewer at
     * a time than it is asked for, or all at once.
     *
     * @return StudyInstanceUIDs as the server has them
     * @throws RefusedException if it cannot be asked, finds nothing, or finds too many
     */
    List<String> studies() throws RefusedException {
        Set<String> found = new LinkedHashSet<>();
        try {
            int asked = 0;
            while (true) {
                List<DicomObject> page = page(asked);
                asked += page.size();
                if (!found.addAll(page.stream().map(study -> study.text(Tag.StudyInstanceUID)).toList())) {
                    break;
                }
                if (found.size() > MOST) {
                    throw new RefusedException("The server " + node.root().getHost() + " has more than " + MOST
                            + " studies that match; the query must say more.", ExitCode.UNUSABLE);
                }
            }
        } catch (IOException e) {
            throw new RefusedException(e.getMessage(), ExitCode.FAILED);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage(), ExitCode.USAGE);
        }
        if (found.isEmpty()) {
            throw new RefusedException("The server " + node.root().getHost() + " has no study that matches.", ExitCode.UNUSABLE);
        }
        return List.copyOf(found);
    }

    private List<DicomObject> page(int offset) throws IOException {
        Map<String, String> parameters = new TreeMap<>(query);
        parameters.put("limit", String.valueOf(PAGE));
        parameters.put("offset", String.valueOf(offset));
        return web.search(node, "/studies", parameters);
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
