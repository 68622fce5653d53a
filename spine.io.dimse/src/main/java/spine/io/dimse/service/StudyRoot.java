package spine.io.dimse.service;

import java.util.Set;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.UnsupportedServiceException;

/** What queries and retrievals in the study root information model have in common (PS3.4 C.6.2). */
public final class StudyRoot {
    public static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    public static final String MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    public static final String GET = "1.2.840.10008.5.1.4.1.2.2.3";

    private static final int LEVEL = 0x00080052;
    /** Pending, and pending with keys that are not supported (PS3.4 table C.4-1). */
    private static final int PENDING = 0xff00;
    private static final int PENDING_WITH_WARNING = 0xff01;
    /** SOP class not supported, not authorized, unrecognized operation (PS3.7 annex C). */
    private static final Set<Integer> NOT_OFFERED = Set.of(0x0122, 0x0124, 0x0211);

    private StudyRoot() {
    }

    /** @param level such as {@code STUDY} */
    public static DicomObject identifier(String level, String study) {
        return new DicomObject().text(LEVEL, "CS", level).text(Tag.StudyInstanceUID, "UI", study);
    }

    /** @param service such as {@code C-FIND} */
    public static UnsupportedServiceException notOffered(RemoteNode node, String service) {
        return new UnsupportedServiceException(node.address() + " takes the association, but not " + service + ".");
    }

    /**
     * Looks at the last answer to a query.
     *
     * @throws UnsupportedServiceException with a phrase, if the node will not answer it another time either
     * @throws NetworkException with a phrase, if it is anything but success
     */
    public static void requireSuccess(DimseStatus last) throws NetworkException {
        String words = "it answers C-FIND with " + last;
        if (NOT_OFFERED.contains(last.code())) {
            throw new UnsupportedServiceException(words);
        }
        if (!last.isSuccess()) {
            throw new NetworkException(words);
        }
    }

    /** Whether more answers follow. */
    public static boolean isPending(DimseStatus status) {
        return status.code() == PENDING || status.code() == PENDING_WITH_WARNING;
    }
}
