package spine.io.dimse.internal.pdu;

import spine.io.dimse.toolkit.ContextSelection;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * A presentation context of an A-ASSOCIATE-AC (PS3.8 9.3.3.2).
 *
 * @param result 0 accepted, 3 abstract syntax not supported, 4 no transfer syntax supported
 * @param transferSyntax without meaning unless accepted
 */
public record AnsweredContext(int id, int result, String transferSyntax) {
    public static final int ACCEPTED = ContextSelection.ACCEPTED;

    ItemWriter encode() {
        return new ItemWriter().number(id, 1).number(0, 1).number(result, 1).number(0, 1)
                .item(ItemType.TRANSFER_SYNTAX, transferSyntax);
    }

    static AnsweredContext decode(ItemReader in) throws ProtocolException {
        int id = in.number(1);
        in.skip(1);
        int result = in.number(1);
        in.skip(1);
        String syntax = "";
        while (in.hasMore()) {
            int type = in.number(1);
            ItemReader content = in.content();
            if (type == ItemType.TRANSFER_SYNTAX && result == ACCEPTED) {
                syntax = content.uid();
            }
        }
        return new AnsweredContext(id, result, syntax);
    }
}
