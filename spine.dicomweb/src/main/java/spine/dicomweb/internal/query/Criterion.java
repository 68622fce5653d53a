package spine.dicomweb.internal.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import spine.dicom.DicomObject;
import spine.dicomweb.internal.archive.HeadAttribute;

/**
 * What one attribute has to be (PS3.4 C.2.2.2): a list of UIDs, a range of dates or times, a text with wild cards. Names of persons match
 * in upper and lower case alike, in any of their component groups.
 *
 * @param attribute which one
 * @param value as it was asked for, not empty
 */
record Criterion(HeadAttribute attribute, String value) {

    boolean matches(DicomObject head) {
        List<String> values = head.texts(attribute.tag());
        return switch (attribute.vr()) {
            case "UI" -> values.stream().anyMatch(words()::contains);
            case "DA", "TM" -> values.stream().anyMatch(this::isInRange);
            case "PN" -> values.stream().anyMatch(this::isName);
            case "US" -> Arrays.stream(head.numbers(attribute.tag())).anyMatch(number -> value.equals(Integer.toString((int) number)));
            default -> values.stream().anyMatch(text -> words().stream().anyMatch(word -> Wildcards.match(word, text)));
        };
    }

    private List<String> words() {
        return words(value);
    }

    /** Several values in one parameter: with commas (PS3.18 8.3.4.1), or as DICOM joins them. */
    static List<String> words(String value) {
        return Arrays.stream(value.split("[,\\\\]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private boolean isInRange(String text) {
        String stored = plain(text);
        int dash = value.indexOf('-');
        if (stored.isEmpty()) {
            return false;
        }
        if (dash < 0) {
            return stored.startsWith(plain(value));
        }
        String from = plain(value.substring(0, dash));
        String to = plain(value.substring(dash + 1));
        // What is named less precisely goes to its end: the hour 10 has 10:59.
        return from.compareTo(stored) <= 0 && (to.isEmpty() || to.compareTo(stored) >= 0 || stored.startsWith(to));
    }

    /** Without the separators that old versions of the standard had. */
    private static String plain(String dateOrTime) {
        return dateOrTime.replaceAll("[.:](?=..)", "").strip();
    }

    private boolean isName(String text) {
        String pattern = folded(value);
        return Wildcards.match(pattern, folded(text))
                || Arrays.stream(text.split("=")).anyMatch(group -> Wildcards.match(pattern, folded(group)));
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replaceFirst("\\^+$", "").strip();
    }
}
