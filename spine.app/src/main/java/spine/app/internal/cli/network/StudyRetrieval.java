package spine.app.internal.cli.network;

import java.io.IOException;
import java.util.List;

import spine.io.dimse.ArchivedObject;
import spine.io.dimse.Retrieval;

/** An archive, and a way in which it sends studies. */
interface StudyRetrieval {

    /** The objects that a study has; none if the archive does not know it. */
    List<ArchivedObject> list(String studyInstanceUid) throws IOException;

    /**
     * Has the objects sent, to the files among others.
     *
     * @return how it ended, as the archive says
     * @throws spine.io.dimse.UnsupportedServiceException if the archive does not offer this way
     */
    Retrieval fetch(String studyInstanceUid, List<ArchivedObject> objects, FetchedFiles files) throws IOException;
}
