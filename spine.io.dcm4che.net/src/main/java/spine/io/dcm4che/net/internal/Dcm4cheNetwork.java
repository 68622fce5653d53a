package spine.io.dcm4che.net.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import spine.api.Cancellation;
import spine.dicom.pixel.DicomImages;
import spine.io.dcm4che.net.internal.guard.Watchdog;
import spine.io.dcm4che.net.internal.listen.AcceptedConnections;
import spine.io.dcm4che.net.internal.request.CommitmentUser;
import spine.io.dcm4che.net.internal.request.EchoUser;
import spine.io.dcm4che.net.internal.request.Requestor;
import spine.io.dcm4che.net.internal.request.StoreByDcm4che;
import spine.io.dcm4che.net.internal.request.StudyQuery;
import spine.io.dcm4che.net.internal.request.StudyRetrieval;
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
import spine.io.dimse.service.StorageContexts;
import spine.io.dimse.service.StoreUser;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.SocketListener;
import spine.io.dimse.toolkit.Uid;

/** DICOM over TCP by dcm4che, which is preferred to spine's own where it is installed. */
@Component
@ServiceRanking(100)
public final class Dcm4cheNetwork implements DicomNetwork {
    private final DicomImages images;
    private final Watchdog watchdog = new Watchdog();
    private final Requestor requestor = new Requestor(watchdog);
    private final Transactions transactions = new Transactions();

    @Activate
    public Dcm4cheNetwork(@Reference DicomImages images) {
        this.images = images;
    }

    @Override
    public DicomListener listen(ListenerSettings settings, StoreHandler handler) throws IOException {
        return new SocketListener(settings, new AcceptedConnections(settings, handler, transactions, this::isReadable, watchdog));
    }

    @Override
    public Duration echo(RemoteNode node) throws IOException {
        return new EchoUser(requestor).echo(node);
    }

    @Override
    public List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) throws IOException {
        return new StoreUser(contexts -> StoreByDcm4che.open(requestor, node, contexts)).send(node, files, each, cancellation);
    }

    @Override
    public List<ArchivedObject> list(RemoteNode node, String studyInstanceUid, RetrieveLimits limits, Cancellation cancellation)
            throws IOException {
        return StudyQuery.list(requestor, node, Uid.checked(studyInstanceUid), limits, cancellation);
    }

    @Override
    public Retrieval get(RemoteNode node, String studyInstanceUid, List<ArchivedObject> objects, StoreHandler handler,
            RetrieveLimits limits, Cancellation cancellation) throws IOException {
        return new StudyRetrieval(requestor, node, Uid.checked(studyInstanceUid), limits, cancellation)
                .get(new StorageContexts(this::isReadable), objects, handler);
    }

    @Override
    public Retrieval move(RemoteNode node, String studyInstanceUid, String destinationTitle, RetrieveLimits limits,
            Cancellation cancellation) throws IOException {
        return new StudyRetrieval(requestor, node, Uid.checked(studyInstanceUid), limits, cancellation)
                .move(AeTitle.of(destinationTitle));
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
        requestor.close();
        watchdog.close();
    }
}
