package spine.web.internal.atna;

import java.util.Optional;

/**
 * What kind of event a line of the access log is, in the codes of PS3.15 A.5.3 and PS3.16 D (coding scheme DCM).
 *
 * @param action C, R, U, D or E
 */
record AuditEvent(char action, Code id, Optional<Code> type) {

    /** One of the coding scheme DCM. */
    record Code(String value, String meaning) {
    }

    private static final Code AUTHENTICATION = new Code("110114", "User Authentication");
    private static final Code ALERT = new Code("110113", "Security Alert");
    private static final AuditEvent LOGIN = new AuditEvent('E', AUTHENTICATION, Optional.of(new Code("110122", "Login")));
    private static final AuditEvent LOGOUT = new AuditEvent('E', AUTHENTICATION, Optional.of(new Code("110123", "Logout")));
    private static final AuditEvent DENIED = new AuditEvent('E', ALERT, Optional.of(new Code("110132", "Use of Restricted Function")));
    private static final AuditEvent ACCOUNTS = new AuditEvent('E', ALERT,
            Optional.of(new Code("110137", "User Security Attributes Changed")));
    private static final AuditEvent MODELS = new AuditEvent('E', ALERT, Optional.of(new Code("110131", "Software Configuration")));
    private static final AuditEvent LOG_USED = new AuditEvent('R', new Code("110101", "Audit Log Used"), Optional.empty());
    private static final AuditEvent ACCESSED = new AuditEvent('R', new Code("110103", "DICOM Instances Accessed"), Optional.empty());
    private static final AuditEvent STORED = new AuditEvent('C', new Code("110104", "DICOM Instances Transferred"), Optional.empty());
    private static final AuditEvent PROCEDURE = new AuditEvent('U', new Code("110111", "Procedure Record"), Optional.empty());

    /**
     * @param event second column of the line
     * @param what sixth column, method and path
     */
    static AuditEvent of(String event, String what) {
        return switch (event) {
            case "login", "login-failed" -> LOGIN;
            case "denied" -> DENIED;
            case "account" -> ACCOUNTS;
            case "read" -> ACCESSED;
            default -> change(what);
        };
    }

    private static AuditEvent change(String what) {
        String path = what.substring(what.indexOf(' ') + 1);
        if (path.startsWith("/logout")) {
            return LOGOUT;
        }
        if (path.startsWith("/api/v1/audit")) {
            return LOG_USED;
        }
        if (path.startsWith("/dicom-web/")) {
            return STORED;
        }
        return path.startsWith("/api/v1/models/") ? MODELS : PROCEDURE;
    }
}
