package spine.io.dicom.internal.uid;

import java.util.regex.Pattern;

/** What may stand for a UID in results and names of folders (PS3.5 9.1). */
public final class ValidUid {
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int LONGEST = 64;

    private ValidUid() {
    }

    /** Components with leading zeros, which the standard forbids, occur and do no harm. */
    public static boolean is(String uid) {
        return uid.length() <= LONGEST && FORM.matcher(uid).matches();
    }
}
