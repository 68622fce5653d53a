package spine.common.text;

import java.util.regex.Pattern;

/** The form of unique identifiers (DICOM PS3.5 9.1). What has it may be the name of a file or a folder, and a part of an address. */
public final class DicomUid {
    /** Also with zeros at the beginning of a component, which the standard forbids and some scanners write. */
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int LONGEST = 64;

    private DicomUid() {
    }

    /** Whether it has digits and single dots between them alone, at most {@value #LONGEST} of both. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
