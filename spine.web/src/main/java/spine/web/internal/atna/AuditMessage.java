package spine.web.internal.atna;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import spine.common.audit.LogColumns;
import spine.common.text.XmlText;
import spine.web.internal.atna.AuditEvent.Code;

/**
 * Lines of the access log as audit messages (PS3.15 A.5.1). They have no patient, because the log has none: the StudyInstanceUID stands for
 * what was seen.
 */
final class AuditMessage {
    private static final int COLUMNS = 8;

    private final String source;
    private final String site;
    private final String host;
    private final String process;

    /**
     * @param source what this platform is called
     * @param site empty to leave it out
     * @param host name of this machine
     * @param process id of this process
     */
    AuditMessage(String source, String site, String host, String process) {
        this.source = source;
        this.site = site;
        this.host = host;
        this.process = process;
    }

    /**
     * @param text of the line
     * @return empty for a line that tells of no event, such as the first of a further file
     */
    Optional<String> of(String text) {
        String[] columns = text.split("\t");
        if (columns.length < COLUMNS || columns[1].equals("continued")) {
            return Optional.empty();
        }
        String what = columns[5];
        AuditEvent event = AuditEvent.of(columns[1], what);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><AuditMessage><EventIdentification");
        attribute(xml, "EventActionCode", String.valueOf(event.action()));
        attribute(xml, "EventDateTime", columns[0]);
        attribute(xml, "EventOutcomeIndicator", indicator(columns[1], columns[7]));
        xml.append('>');
        code(xml, "EventID", event.id());
        event.type().ifPresent(type -> code(xml, "EventTypeCode", type));
        xml.append("<EventOutcomeDescription>").append(XmlText.escape(columns[7] + " (" + columns[4] + ")"))
                .append("</EventOutcomeDescription></EventIdentification>");
        requestor(xml, columns[2], columns[3]);
        platform(xml);
        xml.append("<AuditSourceIdentification");
        if (!site.isEmpty()) {
            attribute(xml, "AuditEnterpriseSiteID", site);
        }
        attribute(xml, "AuditSourceID", source);
        xml.append("><AuditSourceTypeCode csd-code=\"4\"/></AuditSourceIdentification>");
        if (!columns[6].equals(LogColumns.NOTHING)) {
            object(xml, columns[6], "3", new Code("110180", "Study Instance UID"), "DCM", what);
        } else if (!what.equals(LogColumns.NOTHING)) {
            object(xml, what, "13", new Code("12", "URI"), "RFC-3881", what);
        }
        return Optional.of(xml.append("</AuditMessage>").toString());
    }

    /** PS3.15 A.5.1: 0 success, 4 minor failure, 8 serious failure. */
    private static String indicator(String event, String outcome) {
        if (outcome.matches("5\\d\\d")) {
            return "8";
        }
        return event.equals("denied") || event.equals("login-failed") || outcome.matches("4\\d\\d") ? "4" : "0";
    }

    private static void requestor(StringBuilder xml, String who, String address) {
        xml.append("<ActiveParticipant");
        attribute(xml, "UserID", who);
        attribute(xml, "UserIsRequestor", "true");
        if (!address.equals(LogColumns.NOTHING)) {
            attribute(xml, "NetworkAccessPointID", address);
            attribute(xml, "NetworkAccessPointTypeCode", "2");
        }
        xml.append("/>");
    }

    private void platform(StringBuilder xml) {
        xml.append("<ActiveParticipant");
        attribute(xml, "UserID", source);
        attribute(xml, "AlternativeUserID", process);
        attribute(xml, "UserIsRequestor", "false");
        attribute(xml, "NetworkAccessPointID", host);
        attribute(xml, "NetworkAccessPointTypeCode", "1");
        xml.append('>');
        code(xml, "RoleIDCode", new Code("110150", "Application"));
        xml.append("</ActiveParticipant>");
    }

    private static void object(StringBuilder xml, String id, String role, Code type, String scheme, String what) {
        xml.append("<ParticipantObjectIdentification");
        attribute(xml, "ParticipantObjectID", id);
        attribute(xml, "ParticipantObjectTypeCode", "2");
        attribute(xml, "ParticipantObjectTypeCodeRole", role);
        xml.append('>');
        code(xml, "ParticipantObjectIDTypeCode", type, scheme);
        xml.append("<ParticipantObjectName>").append(XmlText.escape(id)).append("</ParticipantObjectName><ParticipantObjectDetail");
        attribute(xml, "type", "request");
        attribute(xml, "value", Base64.getEncoder().encodeToString(what.getBytes(StandardCharsets.UTF_8)));
        xml.append("/></ParticipantObjectIdentification>");
    }

    private static void code(StringBuilder xml, String element, Code code) {
        code(xml, element, code, "DCM");
    }

    private static void code(StringBuilder xml, String element, Code code, String scheme) {
        xml.append('<').append(element);
        attribute(xml, "csd-code", code.value());
        attribute(xml, "codeSystemName", scheme);
        attribute(xml, "originalText", code.meaning());
        xml.append("/>");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(XmlText.escape(value)).append('"');
    }
}
