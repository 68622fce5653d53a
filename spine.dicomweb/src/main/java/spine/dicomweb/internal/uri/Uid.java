package spine.dicomweb.internal.uri;

import java.util.regex.Pattern;

/** Identifiers of DICOM (PS3.5 9.1). */
public final class Uid {
    /** Also such with leading zeros, which the standard forbids and some scanners write. */
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int LONGEST = 64;

    private Uid() {
    }

    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
