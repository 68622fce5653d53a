package spine.io.dimse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.Cancellation;

/** Service: DICOM over the network. Safe for several threads. */
@ProviderType
public interface DicomNetwork {

    /**
     * Begins to listen. Objects of any storage SOP class are taken, in every transfer syntax that
     * {@link spine.dicom.pixel.DicomImages} decodes at the moment of the association, and handed to {@code handler} as they come. Reports
     * that {@link #commit} waits for are taken too.
     *
     * @throws NetworkException if the address is taken or cannot be used
     * @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used
     */
    DicomListener listen(ListenerSettings settings, StoreHandler handler) throws IOException;

    /**
     * Asks a node whether it is there (C-ECHO, PS3.7 9.1.5).
     *
     * @return how long connection, association and answer took
     * @throws NetworkException if it cannot be reached, does not want to talk or answers with anything but success
     * @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used
     */
    Duration echo(RemoteNode node) throws IOException;

    /**
     * Sends files as they are (C-STORE, PS3.7 9.1.1), in the order given, by one association where the number of kinds of objects allows
     * it. Each file is offered in its own transfer syntax; none is converted. When the association breaks, what was not sent is reported
     * as such; nothing is tried twice.
     *
     * @param files DICOM files, with or without file meta information
     * @param each hears of every file once, in the calling thread, as soon as its fate is known; the files that cannot be read come first
     * @return what became of the files
     * @throws java.util.concurrent.CancellationException between two files
     * @throws NetworkException if no association came about; then nothing was sent
     * @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used
     */
    List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) throws IOException;

    /**
     * Asks which objects a study has (C-FIND, PS3.7 9.1.2), series by series.
     *
     * @return in the order of the answers; empty if the node has no such study
     * @throws UnsupportedServiceException if the node does not offer it in the study root information model
     * @throws NetworkException if it cannot be reached, does not answer as it should, or names more objects than it may
     * @throws java.util.concurrent.CancellationException between two answers
     * @throws IllegalArgumentException with a sentence, if the UID is none, or keys or certificates cannot be used
     */
    List<ArchivedObject> list(RemoteNode node, String studyInstanceUid, RetrieveLimits limits, Cancellation cancellation)
            throws IOException;

    /**
     * Has a study sent by the association on which it is asked for (C-GET, PS3.7 9.1.3). Objects are taken in every transfer syntax that is
     * read, and handed on as those of {@link #listen}; which of them are wanted the handler decides.
     *
     * @param objects by whose SOP classes the node is told what may come
     * @return how it ended; that it ended well does not mean that all objects came
     * @throws UnsupportedServiceException if the node does not offer it
     * @throws NetworkException if the association does not come about or breaks
     * @throws java.util.concurrent.CancellationException between two messages
     * @throws IllegalArgumentException as {@link #list}
     */
    Retrieval get(RemoteNode node, String studyInstanceUid, List<ArchivedObject> objects, StoreHandler handler, RetrieveLimits limits,
            Cancellation cancellation) throws IOException;

    /**
     * Has a study sent to another node, or to a listener of this side (C-MOVE, PS3.7 9.1.4). The node must know the title.
     *
     * @param destinationTitle AE title of who is to get it
     * @return as {@link #get}
     * @throws UnsupportedServiceException if the node does not offer it
     * @throws NetworkException if the association does not come about or breaks
     * @throws java.util.concurrent.CancellationException between two messages
     * @throws IllegalArgumentException as {@link #list}, or if the title is none
     */
    Retrieval move(RemoteNode node, String studyInstanceUid, String destinationTitle, RetrieveLimits limits, Cancellation cancellation)
            throws IOException;

    /**
     * Asks a node to keep objects for good, and waits until it says what it keeps (storage commitment, PS3.4 annex J). It reports on the
     * same association, or opens one to a listener of this network, by the AE title that called it.
     *
     * @param objects that it was sent before, at most 5,000
     * @param patience for the report
     * @throws UnsupportedServiceException if the node does not offer it
     * @throws NetworkException if the association does not come about or breaks, the request is refused, or there is no report in time
     * @throws java.util.concurrent.CancellationException while it waits
     * @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used
     */
    CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation)
            throws IOException;
}
