package spine.io.dimse.tck;

import java.util.concurrent.atomic.AtomicInteger;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.tck.peer.Loopback;

/** A process that listens, says on which port, and says at the end of its input how many objects came. */
final class CountingListener {

    private CountingListener() {
    }

    public static void main(String[] arguments) throws Exception {
        AtomicInteger count = new AtomicInteger();
        DicomNetworkContract maker = ChildProcess.maker(arguments[0]);
        DicomNetwork network = maker.create();
        StoreHandler counting = (object, dataSet) -> {
            byte[] buffer = new byte[1 << 16];
            while (dataSet.read(buffer) >= 0) {
                // Counted as a whole.
            }
            count.incrementAndGet();
            return DimseStatus.SUCCESS;
        };
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), counting)) {
            System.out.println(listener.address().getPort());
            while (System.in.read() >= 0) {
                // Until its end.
            }
        } finally {
            }
        System.out.println(count.get());
    }
}
