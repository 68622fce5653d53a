package spine.deploy.internal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.deploy.internal.gate.BundleIdentity;
import spine.deploy.internal.gate.GateResult;

/**
 * One thing that happened to one jar. Written as one line of columns with tabs between them, in the order of
 * the components; behind them the log puts the digest that chains it to the line before it.
 *
 * @param time in UTC
 * @param event {@link #ACCEPTED} and so on
 * @param jar name of the file
 * @param signer subject of the certificate
 * @param reason why, where there is a why
 */
record AuditLine(String time, String event, String jar, String sha256, String symbolicName, String version, String signer, String reason) {
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";
    static final String INSTALLED = "installed";
    static final String UPDATED = "updated";
    static final String REMOVED = "removed";
    static final String STANDBY = "standby";

    private static final String NOTHING = "-";
    /** Of a column: names in a manifest may have megabytes. */
    private static final int MOST_CHARACTERS = 1000;

    AuditLine {
        jar = column(jar);
        symbolicName = column(symbolicName);
        version = column(version);
        signer = column(signer);
        reason = column(reason);
    }

    static AuditLine now(String event, String jar, DeploymentLedger.Noted bundle, String reason) {
        return new AuditLine(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), event, jar, bundle.sha256(),
                bundle.symbolicName(), bundle.version(), bundle.signer(), reason);
    }

    static AuditLine now(String jar, String sha256, GateResult result) {
        BundleIdentity bundle = result.bundle();
        String name = bundle == null ? "" : bundle.symbolicName();
        String version = bundle == null ? "" : bundle.version().toString();
        return now(result.accepted() ? ACCEPTED : REFUSED, jar, new DeploymentLedger.Noted(sha256, name, version, result.signer()),
                result.reason());
    }

    /** A line is one line, and a short one, whatever a file is called. */
    private static String column(String text) {
        String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", " ");
    }

    String text() {
        return Stream.of(time, event, jar, sha256, symbolicName, version, signer, reason)
                .map(column -> column.isEmpty() ? NOTHING : column).collect(Collectors.joining("\t"));
    }
}
