package spine.io.dimse.internal.pdu;

import java.util.ArrayList;
import java.util.List;
import spine.io.dimse.toolkit.ProtocolException;

/** A-ASSOCIATE-AC (PS3.8 9.3.3). The titles are those of the request; the requestor does not look at them. */
public record AssociateAccept(String called, String calling, List<AnsweredContext> contexts, UserInformation user) {
    private static final int TITLES = 32;

    public AssociateAccept {
        contexts = List.copyOf(contexts);
    }

    public byte[] encode() {
        ItemWriter body = new ItemWriter().number(AssociateRequest.VERSION, 2).number(0, 2).title(called).title(calling)
                .raw(new byte[AssociateRequest.RESERVED]).item(ItemType.APPLICATION_CONTEXT, AssociateRequest.DICOM);
        contexts.forEach(context -> body.item(ItemType.ANSWERED_CONTEXT, context.encode()));
        return body.item(ItemType.USER_INFORMATION, user.encode()).pdu(PduType.ASSOCIATE_AC);
    }

    static AssociateAccept decode(byte[] bytes) throws ProtocolException {
        ItemReader in = new ItemReader(bytes);
        in.skip(4 + TITLES + AssociateRequest.RESERVED);
        UserInformation user = new UserInformation(0, "", "", List.of());
        List<AnsweredContext> contexts = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.number(1);
            ItemReader content = in.content();
            if (type == ItemType.ANSWERED_CONTEXT) {
                contexts.add(AnsweredContext.decode(content));
            } else if (type == ItemType.USER_INFORMATION) {
                user = UserInformation.decode(content);
            }
        }
        return new AssociateAccept("", "", contexts, user);
    }
}
