package spine.web.internal.atna;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The head of syslog messages (RFC 5424), as IHE ITI TF-2 3.20.4.1.2 wants it for audit messages. */
final class SyslogMessage {
    /** Facility 10 (security and authorization), severity 5 (notice). */
    private static final int PRIORITY = 10 * 8 + 5;
    private static final String KIND = "IHE+RFC-3881";
    private static final int LONGEST_HOST = 255;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String host;
    private final String process;

    SyslogMessage(String host, String process) {
        this.host = host.matches("[!-~]{1," + LONGEST_HOST + "}") ? host : "-";
        this.process = process;
    }

    /** @param xml what it says */
    byte[] of(Instant time, String xml) {
        return ("<" + PRIORITY + ">1 " + time.truncatedTo(ChronoUnit.MILLIS) + " " + host + " spine " + process + " " + KIND + " - "
                + BYTE_ORDER_MARK + xml).getBytes(StandardCharsets.UTF_8);
    }
}
