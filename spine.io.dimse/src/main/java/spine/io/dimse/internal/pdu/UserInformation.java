package spine.io.dimse.internal.pdu;

import java.util.ArrayList;
import java.util.List;
import spine.dicom.Implementation;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * What both sides tell about themselves (PS3.8 annex D, PS3.7 D.3.3). Asynchronous operations are not offered: without their item there
 * is one operation at a time. Items that are not known, such as those for the identity of a user, are passed over.
 *
 * @param maximumLength longest P-DATA-TF that this side takes, 0 for no limit; unsigned 32 bits
 */
public record UserInformation(long maximumLength, String implementationClass, String implementationVersion, List<RoleSelection> roles) {
    private static final int MOST_ROLES = 256;

    public UserInformation {
        roles = List.copyOf(roles);
    }

    public static UserInformation own(int maximumLength, List<RoleSelection> roles) {
        return new UserInformation(maximumLength, Implementation.CLASS_UID, Implementation.VERSION_NAME, roles);
    }

    ItemWriter encode() {
        ItemWriter content = new ItemWriter().item(ItemType.MAXIMUM_LENGTH, new ItemWriter().number((int) maximumLength, 4))
                .item(ItemType.IMPLEMENTATION_CLASS, implementationClass);
        roles.forEach(role -> content.item(ItemType.ROLE_SELECTION, role.encode()));
        return content.item(ItemType.IMPLEMENTATION_VERSION, implementationVersion);
    }

    static UserInformation decode(ItemReader in) throws ProtocolException {
        long maximum = 0;
        String implementation = "";
        String version = "";
        List<RoleSelection> roles = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.number(1);
            ItemReader content = in.content();
            switch (type) {
                case ItemType.MAXIMUM_LENGTH -> maximum = content.number(4) & 0xffffffffL;
                case ItemType.IMPLEMENTATION_CLASS -> implementation = content.text(content.left());
                case ItemType.IMPLEMENTATION_VERSION -> version = content.text(content.left());
                case ItemType.ROLE_SELECTION -> roles.add(RoleSelection.decode(content));
                default -> { }
            }
            if (roles.size() > MOST_ROLES) {
                throw ProtocolException.invalid("more than " + MOST_ROLES + " roles are proposed");
            }
        }
        return new UserInformation(maximum, implementation, version, roles);
    }
}
