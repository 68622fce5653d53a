package spine.app.internal.cli.network;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import spine.api.Cancellation;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;

/**
 * An archive that is asked by C-FIND.
 *
 * @param mover where it sends by C-MOVE; empty for C-GET
 */
record DimseRetrieval(DicomNetwork network, RemoteNode node, Optional<MoveTarget> mover, Cancellation cancellation)
        implements StudyRetrieval {
    static final int MOST_OBJECTS = 100_000;

    /**
     * A listener of this command.
     *
     * @param title by which the archive knows it
     */
    record MoveTarget(String title, ListenerSettings listener) {
    }

    @Override
    public List<ArchivedObject> list(String studyInstanceUid) throws IOException {
        return network.list(node, studyInstanceUid, limits(), cancellation);
    }

    @Override
    public Retrieval fetch(String studyInstanceUid, List<ArchivedObject> objects, FetchedFiles files) throws IOException {
        if (mover.isEmpty()) {
            return network.get(node, studyInstanceUid, objects, files, limits(), cancellation);
        }
        try (DicomListener listener = network.listen(mover.get().listener(), files)) {
            return passTo(mover.get().title(), studyInstanceUid);
        }
    }

    /** Has the objects sent to any node that the archive knows. */
    Retrieval passTo(String title, String studyInstanceUid) throws IOException {
        return network.move(node, studyInstanceUid, title, limits(), cancellation);
    }

    RetrieveLimits limits() {
        return new RetrieveLimits(MOST_OBJECTS, ListenerLimits.DEFAULT.objectBytes(), node.patience());
    }
}
