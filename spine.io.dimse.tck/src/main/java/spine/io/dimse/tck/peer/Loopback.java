package spine.io.dimse.tck.peer;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.PartTenFile;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.StoreHandler;

/** What the tests have in common: nodes and listeners on the loopback address. */
public final class Loopback {
    /** Short times, so that the tests of what is too slow are fast. */
    public static final ListenerLimits IMPATIENT = new ListenerLimits(10, 10, 16_384, 1 << 24, Duration.ofMillis(600),
            Duration.ofMillis(1500), Duration.ofMillis(700), 8_192);

    private Loopback() {
    }

    public static ListenerSettings loopback(ListenerLimits limits) {
        return new ListenerSettings(InetAddress.getLoopbackAddress(), 0, Set.of(), List.of(), Optional.empty(), limits);
    }

    public static RemoteNode node(DicomListener listener) {
        return node(listener.address().getPort());
    }

    public static RemoteNode node(int port) {
        return new RemoteNode("localhost", port, "THERE", "HERE", Optional.empty(), Duration.ofSeconds(20));
    }

    /** Keeps each object as a file named by its UID. */
    public static StoreHandler files(Path folder) {
        return (object, dataSet) -> {
            PartTenFile.write(folder.resolve(object.sopInstance()), object, dataSet);
            return DimseStatus.SUCCESS;
        };
    }
}
