package spine.io.dimse;

import java.net.InetAddress;
import spine.dicom.codec.EncodedDataSet;

/**
 * What a peer asks to store.
 *
 * @param dataSet which object, and how it is encoded; the UIDs are well-formed, and where the data set begins as the standard says, it has
 *        been compared with them
 * @param callingTitle AE title of the peer
 * @param calledTitle AE title by which it called
 * @param peer address of the peer
 */
public record ReceivedObject(EncodedDataSet dataSet, String callingTitle, String calledTitle, InetAddress peer) {
}
