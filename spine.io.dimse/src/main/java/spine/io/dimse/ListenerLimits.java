package spine.io.dimse;

import java.time.Duration;

/**
 * What a peer may take of the listener. All is checked before memory is given away, so the listener needs about
 * 0.5 MB for each association and never more, whatever is sent.
 *
 * @param associations open at the same time; a further one is rejected as transient (PS3.8 9.3.4, local limit exceeded)
 * @param associationsPerAddress of them from one network address
 * @param pduBytes largest P-DATA-TF PDU that is taken, 4,096 to 1,048,576; also that which peers are told (PS3.8 D.1)
 * @param objectBytes largest data set that is taken; the association is aborted beyond
 * @param request for connection, TLS and A-ASSOCIATE-RQ together (the ARTIM timer of PS3.8 9.1.5)
 * @param idle between two messages of an association
 * @param pace time in which each further {@code paceBytes} of a message must come, waiting for the peer alone counted; also that in which
 *        the peer must take an answer
 * @param paceBytes see {@code pace}
 */
public record ListenerLimits(int associations, int associationsPerAddress, int pduBytes, long objectBytes, Duration request, Duration idle,
        Duration pace, int paceBytes) {
    /** The PDU size is the largest that dcmtk sends; 64 KiB in 30 s is less than any line that images are sent on has. */
    public static final ListenerLimits DEFAULT = new ListenerLimits(50, 40, 131_072, 4L << 30, Duration.ofSeconds(30),
            Duration.ofSeconds(60), Duration.ofSeconds(30), 65_536);

    private static final int LEAST_PDU = 4_096;
    private static final int MOST_PDU = 1 << 20;

    public ListenerLimits {
        if (associations < 1 || associationsPerAddress < 1 || pduBytes < LEAST_PDU || pduBytes > MOST_PDU || objectBytes < 1
                || paceBytes < 1) {
            throw new IllegalArgumentException("a limit of the listener is out of range");
        }
    }
}
