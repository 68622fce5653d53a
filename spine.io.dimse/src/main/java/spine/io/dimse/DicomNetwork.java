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
     * {@link spine.dicom.pixel.DicomImages} decodes at the moment of the association, and handed to {@code handler} as they come.
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
}
