package spine.io.dimse.tck;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import spine.io.dimse.DicomNetwork;

/** A part of {@link DicomNetworkContract}. */
abstract class NetworkContract {
    protected DicomNetwork network;

    abstract DicomNetworkContract maker();

    @BeforeEach
    void makeNetwork() {
        network = maker().create();
    }

    @AfterEach
    void closeNetwork() {
        maker().close(network);
    }
}
