package spine.io.dimse;

/**
 * An object that a node says it has.
 *
 * @param sopClass SOP class UID; empty if it does not say
 * @param sopInstance SOP instance UID
 */
public record ArchivedObject(String sopClass, String sopInstance) {
}
