package spine.io.dimse.internal.pdu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import spine.io.dimse.toolkit.ProtocolException;

/** A-ASSOCIATE-RQ (PS3.8 9.3.2). */
public record AssociateRequest(int protocolVersion, String called, String calling, String applicationContext,
        List<ProposedContext> contexts, UserInformation user) {
    /** PS3.7 annex A.2.1. */
    public static final String DICOM = "1.2.840.10008.3.1.1.1";
    public static final int VERSION = 1;
    static final int RESERVED = 32;

    public AssociateRequest {
        contexts = List.copyOf(contexts);
    }

    public byte[] encode() {
        ItemWriter body = new ItemWriter().number(protocolVersion, 2).number(0, 2).title(called).title(calling).raw(new byte[RESERVED])
                .item(ItemType.APPLICATION_CONTEXT, applicationContext);
        contexts.forEach(context -> body.item(ItemType.PROPOSED_CONTEXT, context.encode()));
        return body.item(ItemType.USER_INFORMATION, user.encode()).pdu(PduType.ASSOCIATE_RQ);
    }

    static AssociateRequest decode(byte[] bytes) throws ProtocolException {
        ItemReader in = new ItemReader(bytes);
        int version = in.number(2);
        in.skip(2);
        String called = in.title();
        String calling = in.title();
        in.skip(RESERVED);
        String application = "";
        UserInformation user = new UserInformation(0, "", "", List.of());
        List<ProposedContext> contexts = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        while (in.hasMore()) {
            int type = in.number(1);
            ItemReader content = in.content();
            switch (type) {
                case ItemType.APPLICATION_CONTEXT -> application = content.uid();
                case ItemType.PROPOSED_CONTEXT -> contexts.add(ProposedContext.decode(content));
                case ItemType.USER_INFORMATION -> user = UserInformation.decode(content);
                default -> { }
            }
        }
        // An identifier is an odd byte: so there are 128 at most.
        if (!contexts.stream().allMatch(context -> ids.add(context.id()))) {
            throw ProtocolException.invalid("two presentation contexts have the same identifier");
        }
        return new AssociateRequest(version, called, calling, application, contexts, user);
    }
}
