package spine.io.dicomweb.internal;

import java.util.regex.Pattern;

/** Identifiers of DICOM (PS3.5 9.1). */
final class Uid {
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int LONGEST = 64;

    private Uid() {
    }

    static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
