package spine.io.dimse.internal.pdu;

import spine.io.dimse.toolkit.ProtocolException;

/**
 * Which roles the requestor of an association takes for a SOP class (PS3.7 D.3.3.4). Without it the requestor is the user (SCU).
 *
 * @param user SCU role of the requestor
 * @param provider SCP role of the requestor, as a user of C-GET needs it for what it wants to be sent
 */
public record RoleSelection(String sopClass, boolean user, boolean provider) {

    ItemWriter encode() {
        return new ItemWriter().number(sopClass.length(), 2).text(sopClass).number(user ? 1 : 0, 1).number(provider ? 1 : 0, 1);
    }

    static RoleSelection decode(ItemReader in) throws ProtocolException {
        String uid = in.part(in.number(2)).uid();
        return new RoleSelection(uid, in.number(1) == 1, in.number(1) == 1);
    }
}
