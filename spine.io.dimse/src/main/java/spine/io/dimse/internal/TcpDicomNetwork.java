package spine.io.dimse.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import spine.api.Cancellation;
import spine.dicom.pixel.DicomImages;
import spine.io.dimse.AeTitle;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.commitment.CommitmentUser;
import spine.io.dimse.internal.commitment.ReportService;
import spine.io.dimse.internal.connection.Watchdog;
import spine.io.dimse.internal.listen.AssociationTasks;
import spine.io.dimse.internal.query.FindUser;
import spine.io.dimse.internal.query.RetrieveUser;
import spine.io.dimse.internal.send.EchoUser;
import spine.io.dimse.internal.send.StoreOverTcp;
import spine.io.dimse.service.StoreUser;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.SocketListener;
import spine.io.dimse.toolkit.Uid;

/** The DICOM upper layer protocol over TCP. */
@Component
public final class TcpDicomNetwork implements DicomNetwork {
    private final DicomImages images;
    private final Watchdog watchdog = new Watchdog();
    private final AssociationRequestor requestor = new AssociationRequestor(watchdog);
    private final Transactions transactions = new Transactions();
    private final RetrieveUser retrieving = new RetrieveUser(requestor, this::isReadable);

    @Activate
    public TcpDicomNetwork(@Reference DicomImages images) {
        this.images = images;
    }

    @Override
    public DicomListener listen(ListenerSettings settings, StoreHandler handler) throws IOException {
        return new SocketListener(settings, new AssociationTasks(settings, handler, new ReportService(transactions), this::isReadable,
                watchdog));
    }

    @Override
    public Duration echo(RemoteNode node) throws IOException {
        return new EchoUser(requestor).echo(node);
    }

    @Override
    public List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) throws IOException {
        return new StoreUser(contexts -> StoreOverTcp.open(requestor, node, contexts)).send(node, files, each, cancellation);
    }

    @Override
    public List<ArchivedObject> list(RemoteNode node, String studyInstanceUid, RetrieveLimits limits, Cancellation cancellation)
            throws IOException {
        return new FindUser(requestor).list(node, Uid.checked(studyInstanceUid), limits, cancellation);
    }

    @Override
    public Retrieval get(RemoteNode node, String studyInstanceUid, List<ArchivedObject> objects, StoreHandler handler,
            RetrieveLimits limits, Cancellation cancellation) throws IOException {
        return retrieving.get(node, Uid.checked(studyInstanceUid), objects, handler, limits, cancellation);
    }

    @Override
    public Retrieval move(RemoteNode node, String studyInstanceUid, String destinationTitle, RetrieveLimits limits,
            Cancellation cancellation) throws IOException {
        return retrieving.move(node, Uid.checked(studyInstanceUid), AeTitle.of(destinationTitle), limits, cancellation);
    }

    @Override
    public CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation)
            throws IOException {
        return new CommitmentUser(requestor, transactions).commit(node, objects, patience, cancellation);
    }

    private boolean isReadable(String transferSyntax) {
        return images.undecodable(transferSyntax).isEmpty();
    }

    /** Connections that are still open have no time limits from now on; whoever uses this ends them first. */
    @Deactivate
    public void close() {
        watchdog.close();
    }
}
