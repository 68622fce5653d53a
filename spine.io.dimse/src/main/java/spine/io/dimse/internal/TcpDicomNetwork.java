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
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.connection.Watchdog;
import spine.io.dimse.internal.listen.SocketListener;
import spine.io.dimse.internal.send.EchoUser;
import spine.io.dimse.internal.send.StoreUser;

/** The DICOM upper layer protocol over TCP. */
@Component
public final class TcpDicomNetwork implements DicomNetwork {
    private final DicomImages images;
    private final Watchdog watchdog = new Watchdog();
    private final AssociationRequestor requestor = new AssociationRequestor(watchdog);

    @Activate
    public TcpDicomNetwork(@Reference DicomImages images) {
        this.images = images;
    }

    @Override
    public DicomListener listen(ListenerSettings settings, StoreHandler handler) throws IOException {
        return new SocketListener(settings, handler, syntax -> images.undecodable(syntax).isEmpty(), watchdog);
    }

    @Override
    public Duration echo(RemoteNode node) throws IOException {
        return new EchoUser(requestor).echo(node);
    }

    @Override
    public List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) throws IOException {
        return new StoreUser(requestor).send(node, files, each, cancellation);
    }

    /** Connections that are still open have no time limits from now on; whoever uses this ends them first. */
    @Deactivate
    public void close() {
        watchdog.close();
    }
}
