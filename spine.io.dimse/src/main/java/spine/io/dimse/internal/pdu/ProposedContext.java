package spine.io.dimse.internal.pdu;

import java.util.ArrayList;
import java.util.List;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * A presentation context of an A-ASSOCIATE-RQ (PS3.8 9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param transferSyntaxes at least one, in the order of the requestor
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    /** As many as there are UIDs in the standard, and a few private ones. */
    private static final int MOST_SYNTAXES = 128;

    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }

    ItemWriter encode() {
        ItemWriter content = new ItemWriter().number(id, 1).number(0, 3).item(ItemType.ABSTRACT_SYNTAX, abstractSyntax);
        transferSyntaxes.forEach(syntax -> content.item(ItemType.TRANSFER_SYNTAX, syntax));
        return content;
    }

    static ProposedContext decode(ItemReader in) throws ProtocolException {
        int id = in.number(1);
        in.skip(3);
        String abstractSyntax = "";
        List<String> syntaxes = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.number(1);
            ItemReader content = in.content();
            if (type == ItemType.ABSTRACT_SYNTAX) {
                abstractSyntax = content.uid();
            } else if (type == ItemType.TRANSFER_SYNTAX) {
                syntaxes.add(content.uid());
            }
        }
        if (id % 2 == 0 || abstractSyntax.isEmpty() || syntaxes.isEmpty() || syntaxes.contains("")
                || syntaxes.size() > MOST_SYNTAXES) {
            throw ProtocolException.invalid("a presentation context is not valid");
        }
        return new ProposedContext(id, abstractSyntax, syntaxes);
    }
}
