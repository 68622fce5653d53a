package spine.deploy.internal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.deploy.internal.gate.BundleIdentity;
import spine.deploy.internal.gate.GateResult;

/**
 * One thing that happened to one jar. Written as one line of columns with tabs between them, in the order of the components.
 *
 * @param time in UTC
 * @param event {@link #ACCEPTED} and so on
 * @param jar name of the file
 * @param signer subject of the certificate
 * @param reason why, where there is a why
 */
public record AuditLine(String time, String event, String jar, String sha256, String symbolicName, String version, String signer, String reason) {
    public static final String ACCEPTED = "accepted";
    public static final String REFUSED = "refused";
    public static final String INSTALLED = "installed";
    public static final String UPDATED = "updated";
    public static final String REMOVED = "removed";

    private static final int COLUMNS = 8;
    private static final String NOTHING = "-";

    public AuditLine {
        jar = column(jar);
        symbolicName = column(symbolicName);
        version = column(version);
        signer = column(signer);
        reason = column(reason);
    }

    public static AuditLine now(String event, String jar, String sha256, String symbolicName, String version, String signer, String reason) {
        return new AuditLine(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), event, jar, sha256, symbolicName, version,
                signer, reason);
    }

    public static AuditLine now(String event, String jar, String sha256, GateResult examination) {
        BundleIdentity bundle = examination.bundle();
        return now(event, jar, sha256, bundle == null ? "" : bundle.symbolicName(), bundle == null ? "" : bundle.version().toString(),
                examination.signer(), examination.reason());
    }

    /** A line is one line whatever a file is called. */
    public static String column(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    public String text() {
        return Stream.of(time, event, jar, sha256, symbolicName, version, signer, reason)
                .map(column -> column.isEmpty() ? NOTHING : column).collect(Collectors.joining("\t"));
    }

    /** @return empty if somebody else has written the line */
    public static Optional<AuditLine> parse(String text) {
        List<String> columns = Arrays.stream(text.split("\t", -1)).map(column -> column.equals(NOTHING) ? "" : column).toList();
        return columns.size() != COLUMNS ? Optional.empty()
                : Optional.of(new AuditLine(columns.get(0), columns.get(1), columns.get(2), columns.get(3), columns.get(4),
                        columns.get(5), columns.get(6), columns.get(7)));
    }
}
