package spine.io.dcm4che.net.internal.guard;

import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.DimseRQHandler;

/** What dcm4che wants to know of this side for one association: all titles, no time limits of its own, one operation at a time. */
public final class GuardedDevice {
    private static final String NAME = "spine";
    private static final String EVERY_TITLE = "*";
    /** The guarded socket ends earlier. */
    private static final int CLOSE_DELAY_MILLIS = 2_500;

    private final Device device = new Device(NAME);
    private final ApplicationEntity entity = new ApplicationEntity(EVERY_TITLE);
    private final Connection connection;

    /**
     * @param executor runs the association
     * @param pduBytes longest P-DATA-TF, in either direction
     * @param requests what is done with the requests of the peer
     */
    public GuardedDevice(Socket guarded, Executor executor, ScheduledExecutorService timer, int pduBytes, DimseRQHandler requests) {
        connection = new Connection() {
            /** It is there already. */
            @Override
            public Socket connect(Connection remote) {
                return guarded;
            }
        };
        connection.setReceivePDULength(pduBytes);
        connection.setSendPDULength(pduBytes);
        connection.setSocketCloseDelay(CLOSE_DELAY_MILLIS);
        connection.setMaxOpsInvoked(1);
        connection.setMaxOpsPerformed(1);
        device.addConnection(connection);
        device.addApplicationEntity(entity);
        entity.addConnection(connection);
        entity.setDimseRQHandler(requests);
        device.setExecutor(executor);
        device.setScheduledExecutor(timer);
    }

    public Device device() {
        return device;
    }

    public ApplicationEntity entity() {
        return entity;
    }

    public Connection connection() {
        return connection;
    }
}
