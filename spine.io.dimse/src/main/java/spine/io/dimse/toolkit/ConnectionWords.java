package spine.io.dimse.toolkit;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import spine.io.dimse.NetworkException;

/** What broke an association, as a phrase for a person. */
public final class ConnectionWords {

    private ConnectionWords() {
    }

    public static String of(IOException failure) {
        if (failure instanceof ProtocolException) {
            return "the other side does not speak DICOM as it should: " + failure.getMessage();
        }
        if (failure instanceof SSLException) {
            return tls(failure);
        }
        return failure instanceof NetworkException ? failure.getMessage() : "the connection broke";
    }

    private static String tls(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return "its certificate is not trusted, or is for another host";
            }
        }
        return "no TLS connection came about: it does not speak TLS 1.2 or 1.3, or wants another certificate";
    }
}
