package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.util.Set;
import spine.io.dcm4che.net.internal.guard.AssociationRules;
import spine.io.dcm4che.net.internal.guard.CommandHead;
import spine.io.dimse.toolkit.ProtocolException;

/** What may come from a node that was asked: answers to what was asked last, and requests of those kinds that are served meanwhile. */
final class MessageRules implements AssociationRules.Messages {
    static final int C_STORE_RQ = 0x0001;
    static final int N_EVENT_REPORT_RQ = 0x0100;

    /** Nothing was asked; -1 is an answer that does not say to what. */
    private static final int NOTHING = -2;

    private final Set<Integer> served;
    private volatile int asked = NOTHING;

    /** @param served command fields */
    MessageRules(Integer... served) {
        this.served = Set.of(served);
    }

    void expect(int messageId) {
        asked = messageId;
    }

    @Override
    public void check(CommandHead command) throws IOException {
        if (command.isResponse() && command.answered() != asked) {
            throw ProtocolException.invalid("a response belongs to no request");
        }
        if (!command.isResponse() && !served.contains(command.field())) {
            throw ProtocolException.invalid("a request came that nobody serves");
        }
    }
}
