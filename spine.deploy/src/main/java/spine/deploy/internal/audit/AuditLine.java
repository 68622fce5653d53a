package spine.deploy.internal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import spine.common.audit.LogColumns;
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

    /** Of a column: names in a manifest may have megabytes. */
    private static final int MOST_CHARACTERS = 1000;

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

    String text() {
        return LogColumns.line(MOST_CHARACTERS, time, event, jar, sha256, symbolicName, version, signer, reason);
    }
}
