package spine.io.dimse.internal.listen;

import java.net.InetAddress;

/** Who has opened an association, and by which AE title it called. */
record Caller(String callingTitle, String calledTitle, InetAddress address) {
}
