package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the images of a scan are called: a file of no known content with such a name was one, before something happened to it. */
final class ImageNames {
    private static final Pattern EXTENSION = Pattern.compile(".*\\.(dcm|dicom|dic|ima)");
    /** Numbers, decimal or hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]*[0-9][0-9a-f]*");
    private static final Pattern UID = Pattern.compile("#(\\.#)+");

    private final Set<String> shapes = new HashSet<>();

    void add(Path image) {
        shapes.add(shape(image));
    }

    /** Whether the file is called like an image: as any image, or as those that were added but for the numbers. */
    boolean fit(Path file) {
        return EXTENSION.matcher(lowerCase(file)).matches() || shapes.contains(shape(file));
    }

    private static String shape(Path file) {
        return UID.matcher(NUMBER.matcher(lowerCase(file)).replaceAll("#")).replaceAll("#");
    }

    private static String lowerCase(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
