package spine.deidentify.internal.profile;

/**
 * A row of table E.1-1, with the codes as they stand there; empty where an option says nothing.
 *
 * @param keyword of the attribute
 * @param basic code of the basic profile, such as X/Z/D
 * @param uids code of the Retain UIDs Option
 * @param dates code of the Retain Longitudinal Temporal Information with Modified Dates Option
 * @param descriptors code of the Clean Descriptors Option
 */
record TableRow(String keyword, String basic, String uids, String dates, String descriptors) {

    /**
     * The action of the basic profile. Where the code leaves a choice by the type of the attribute in its object, the weakest that is
     * valid for any type: X/Z empties, X/D and Z/D put a dummy.
     */
    Action action() {
        return switch (basic) {
            case "X" -> Action.REMOVE;
            case "Z", "X/Z" -> Action.EMPTY;
            case "D", "X/D", "Z/D", "X/Z/D" -> Action.DUMMY;
            case "U" -> Action.NEW_UID;
            // A sequence of references: the UIDs in it are replaced.
            case "X/Z/U*" -> Action.KEEP;
            default -> throw new IllegalStateException("no action for " + basic);
        };
    }
}
