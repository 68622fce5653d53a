package spine.io.dimse;

import java.util.concurrent.atomic.AtomicInteger;
import spine.io.dimse.internal.TcpDicomNetwork;

/** A process that listens, says on which port, and says at the end of its input how many objects came. */
final class CountingListener {

    private CountingListener() {
    }

    public static void main(String[] arguments) throws Exception {
        AtomicInteger count = new AtomicInteger();
        TcpDicomNetwork network = Network.network();
        StoreHandler counting = (object, dataSet) -> {
            byte[] buffer = new byte[1 << 16];
            while (dataSet.read(buffer) >= 0) {
                // Counted as a whole.
            }
            count.incrementAndGet();
            return DimseStatus.SUCCESS;
        };
        try (DicomListener listener = network.listen(Network.loopback(ListenerLimits.DEFAULT), counting)) {
            System.out.println(listener.address().getPort());
            while (System.in.read() >= 0) {
                // Until its end.
            }
        } finally {
            network.close();
        }
        System.out.println(count.get());
    }
}
