package spine.io.dimse.tck;

import org.junit.jupiter.api.Nested;
import spine.io.dimse.DicomNetwork;

/**
 * The contract of {@link DicomNetwork}; to be extended beside a network. The class that extends it needs a constructor without arguments,
 * since some tests make the network in a process of their own. Programs of dcmtk and Orthanc are peers where they are installed.
 */
public abstract class DicomNetworkContract {

    /** A new network, on which nothing listens, that reads all that {@link spine.dicom.pixel.DicomImages} reads. */
    protected abstract DicomNetwork create();

    /** Ends what {@link #create} has made; its listeners and associations have ended before. */
    protected abstract void close(DicomNetwork network);

    @Nested
    final class SendingAndReceiving extends SendReceiveContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class Access extends AccessContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class HostilePeers extends HostilePeersContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class HostileNodes extends HostileNodesContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class HostileArchives extends HostileArchiveContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class QueryAndRetrieve extends RetrieveContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class StorageCommitment extends CommitmentContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class DcmtkAsPeer extends DcmtkPeersContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class OrthancAsPeer extends OrthancPeerContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }

    @Nested
    final class BoundedMemory extends BoundedMemoryContract {
        @Override
        DicomNetworkContract maker() {
            return DicomNetworkContract.this;
        }
    }
}
