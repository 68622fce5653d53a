package spine.io.dicom.internal.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as PS3.5 6.2 has them today, of what archives hold: dates and times of ACR-NEMA ({@code 2018.07.09}, {@code 13:40:49}) are
 * converted, fillers such as {@code XXX} and anything else that is no value of its kind become empty.
 */
final class StandardValue {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})|([./-])(\\d{1,2})\\4(\\d{1,2}))");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\2([0-5]\\d|60)(?:\\.(\\d{1,6})\\d*)?)?)?");
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-4])[0-5]\\d");
    private static final int LONGEST_DECIMAL = 16;
    private static final int LONGEST_DESCRIPTION = 64;

    private StandardValue() {
    }

    /** The value in the form of its representation, without padding; empty if it cannot be one. */
    static String of(String vr, String value) {
        return switch (vr) {
            case "DA" -> date(value);
            case "TM" -> time(value);
            case "AS" -> age(value);
            case "DS" -> DECIMAL.matcher(value).matches() && value.length() <= LONGEST_DECIMAL ? value : "";
            default -> value.replaceAll("\\p{Cntrl}+", " ");
        };
    }

    private static String date(String value) {
        Matcher match = DATE.matcher(value);
        if (!match.matches()) {
            return "";
        }
        boolean plain = match.group(2) != null;
        int month = Integer.parseInt(match.group(plain ? 2 : 5));
        int day = Integer.parseInt(match.group(plain ? 3 : 6));
        try {
            LocalDate.of(Integer.parseInt(match.group(1)), month, day);
        } catch (DateTimeException noSuchDay) {
            return "";
        }
        return String.format(Locale.ROOT, "%s%02d%02d", match.group(1), month, day);
    }

    private static String time(String value) {
        Matcher match = TIME.matcher(value);
        if (!match.matches()) {
            return "";
        }
        StringBuilder time = new StringBuilder(match.group(1));
        for (int part = 3; part <= 4 && match.group(part) != null; part++) {
            time.append(match.group(part));
        }
        return match.group(5) == null ? time.toString() : time.append('.').append(match.group(5)).toString();
    }

    private static String age(String value) {
        Matcher match = AGE.matcher(value.toUpperCase(Locale.ROOT));
        return match.matches() ? String.format(Locale.ROOT, "%03d%s", Integer.parseInt(match.group(1)), match.group(2)) : "";
    }

    /** {@code M}, {@code F} or {@code O} (PS3.3 C.7.1.1), also of a whole word; else empty. */
    static String sex(String value) {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "M", "MALE" -> "M";
            case "F", "FEMALE" -> "F";
            case "O", "OTHER" -> "O";
            default -> "";
        };
    }

    /** An offset from UTC as {@code +0100} (PS3.3 C.12.1.1.8); else empty. */
    static String offset(String value) {
        return OFFSET.matcher(value).matches() ? value : "";
    }

    /** A description no longer than its representation allows; identifiers are never shortened. */
    static String description(String value) {
        int characters = value.codePointCount(0, value.length());
        return characters <= LONGEST_DESCRIPTION ? value : value.substring(0, value.offsetByCodePoints(0, LONGEST_DESCRIPTION));
    }
}
