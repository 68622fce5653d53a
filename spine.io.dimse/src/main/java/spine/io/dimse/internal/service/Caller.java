package spine.io.dimse.internal.service;

import java.net.InetAddress;

/** Who has opened an association, and by which AE title it called. */
public record Caller(String callingTitle, String calledTitle, InetAddress address) {
}
