package spine.io.dimse;

import java.net.InetAddress;

/**
 * What a peer asks to store.
 *
 * @param sopClass SOP class UID; well-formed, as the next is, and where the data set begins as the standard says, compared with it
 * @param sopInstance SOP instance UID, of digits and dots
 * @param transferSyntax UID of the encoding of the data set
 * @param callingTitle AE title of the peer
 * @param calledTitle AE title by which it called
 * @param peer address of the peer
 */
public record ReceivedObject(String sopClass, String sopInstance, String transferSyntax, String callingTitle, String calledTitle,
        InetAddress peer) {
}
