package spine.io.dicomweb.json;

/** The names of the model (PS3.18 F.2). */
final class Words {
    static final String VR = "vr";
    static final String VALUE = "Value";
    static final String BULK_DATA_URI = "BulkDataURI";
    static final String INLINE_BINARY = "InlineBinary";
    /** Component groups of a person's name, in the order of PS3.5 6.2.1. */
    static final String[] NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};
    /** What numbers of VR FL and FD may be and JSON has no numbers for. */
    static final String NOT_A_NUMBER = "NaN";
    static final String INFINITY = "Infinity";

    private Words() {
    }
}
