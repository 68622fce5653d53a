package spine.web.internal.atna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import spine.common.access.AccessLog;

class AuditMessageTest {
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");
    private static final String STUDY = "1.2.3";
    private final AuditMessage messages = new AuditMessage("spine & co", "site \"A\"", "host.example", "42");

    @ParameterizedTest
    @CsvSource({"login, '', '', done, 110114, 110122, E, 0", "login-failed, '', '', 'refused, next after 2 s', 110114, 110122, E, 4",
            "change, POST /logout, '', 200, 110114, 110123, E, 0", "read, GET /api/v1/results/1.2.3, 1.2.3, 200, 110103, '', R, 0",
            "read, GET /dicom-web/studies/1.2.3, 1.2.3, 404, 110103, '', R, 4", "denied, GET /api/v1/audit, '', 403, 110113, 110132, E, 4",
            "change, GET /api/v1/audit, '', 200, 110101, '', R, 0", "change, POST /dicom-web/studies, 1.2.3, 200, 110104, '', C, 0",
            "change, POST /api/v1/models/use spine.model.bmo@1.0.0, '', 503, 110113, 110131, E, 8",
            "change, POST /api/v1/jobs/1/cancel, 1.2.3, 200, 110111, '', U, 0",
            "account, add anna as reader, '', done, 110113, 110137, E, 0"})
    void everyKindOfLineIsAnEventOfTheStandard(String event, String what, String study, String outcome, String id, String type,
            String action, String indicator) throws Exception {
        Element message = message(new AccessLog.Line(event, "anna", "10.0.0.1", "session", what, study, outcome));
        assertEquals(id, AuditSchema.attribute(message, "EventID", "csd-code"));
        assertEquals(type.isEmpty() ? 0 : 1, message.getElementsByTagName("EventTypeCode").getLength());
        if (!type.isEmpty()) {
            assertEquals(type, AuditSchema.attribute(message, "EventTypeCode", "csd-code"));
        }
        assertEquals(action, AuditSchema.attribute(message, "EventIdentification", "EventActionCode"));
        assertEquals(indicator, AuditSchema.attribute(message, "EventIdentification", "EventOutcomeIndicator"));
        assertEquals("anna", AuditSchema.attribute(message, "ActiveParticipant", "UserID"));
        assertEquals("10.0.0.1", AuditSchema.attribute(message, "ActiveParticipant", "NetworkAccessPointID"));
        if (!study.isEmpty()) {
            assertEquals(STUDY, AuditSchema.attribute(message, "ParticipantObjectIdentification", "ParticipantObjectID"));
            assertEquals("110180", AuditSchema.attribute(message, "ParticipantObjectIDTypeCode", "csd-code"));
        }
        if (!what.isEmpty()) {
            assertEquals(what, new String(Base64.getDecoder().decode(AuditSchema.attribute(message, "ParticipantObjectDetail", "value")),
                    StandardCharsets.UTF_8));
        }
    }

    @Test
    void whateverSomebodyCallsHimselfIsText() throws Exception {
        String name = "\"/><ActiveParticipant UserID='root'\u0000\u0085\uFFFF\uFFFE\uD800 <!--]]>&amp;\uD83D\uDE00";
        Element message = message(new AccessLog.Line("login-failed", name, "", "password", name, name, name));
        assertEquals(2, message.getElementsByTagName("ActiveParticipant").getLength());
        assertTrue(AuditSchema.attribute(message, "ActiveParticipant", "UserID").startsWith("\"/><ActiveParticipant UserID='root' "));
        assertEquals("", AuditSchema.attribute(message, "ActiveParticipant", "NetworkAccessPointID"));
    }

    @Test
    void aLineOfTheLogItselfIsNoEvent() {
        assertTrue(messages.of("2026-01-01T12:00:00Z\tcontinued\taccess-000001.log\t00\t-\t-\t-\t-").isEmpty());
        assertTrue(messages.of("").isEmpty());
    }

    @Test
    void theSchemaRefusesWhatTheStandardDoes() {
        assertThrows(SAXException.class, () -> AuditSchema.read("<AuditMessage/>"));
        String good = messages.of(new AccessLog.Line("login", "anna", "", "", "", "", "").text(TIME)).orElseThrow();
        assertThrows(SAXException.class, () -> AuditSchema.read(good.replace("EventActionCode=\"E\"", "EventActionCode=\"X\"")));
        assertThrows(SAXException.class, () -> AuditSchema.read(good.replace(" UserIsRequestor=\"true\"", "")));
    }

    @Test
    void theHeadIsThatOfTheProfile() {
        String text = new String(new SyslogMessage("host.example", "42").of(TIME, "<AuditMessage/>"), StandardCharsets.UTF_8);
        assertEquals("<85>1 2026-01-01T12:00:00Z host.example spine 42 IHE+RFC-3881 - \uFEFF<AuditMessage/>", text);
        assertTrue(new String(new SyslogMessage("a", "42").of(TIME.plusNanos(123_456_789), ""), StandardCharsets.UTF_8)
                .startsWith("<85>1 2026-01-01T12:00:00.123Z "), "six digits of a second at most");
        assertTrue(new String(new SyslogMessage("a b\n", "42").of(TIME, ""), StandardCharsets.UTF_8).contains("Z - spine 42 "));
    }

    private Element message(AccessLog.Line line) throws Exception {
        return AuditSchema.read(messages.of(line.text(TIME)).orElseThrow());
    }
}
