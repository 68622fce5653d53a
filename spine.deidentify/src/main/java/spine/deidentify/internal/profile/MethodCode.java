package spine.deidentify.internal.profile;

/**
 * A method of de-identification (PS3.16 CID 7050).
 *
 * @param value code value, of the coding scheme DCM
 * @param meaning code meaning, at most 64 characters
 */
public record MethodCode(String value, String meaning) {
}
