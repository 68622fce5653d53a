package spine.io.dicom.internal.header;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spine.dicom.Tag;

/** When an image was taken, as far as its header tells. */
final class AcquisitionTime {
    private static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
    private static final int ACQUISITION_DATE_TIME = 0x0008002A;
    /** Of acquisition, series, content and study. A time without its date counts with the next date there is. */
    private static final int[] DATES = {0x00080022, Tag.SeriesDate, Tag.ContentDate, Tag.StudyDate};
    private static final int[] TIMES = {0x00080032, Tag.SeriesTime, Tag.ContentTime, Tag.StudyTime};
    /** Also in the form of ACR-NEMA, 2018.07.09 and 13:40:49. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})[.-]?(\\d{2})[.-]?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2}):?(\\d{2})(?:\\.(\\d{1,6}))?.*");

    private AcquisitionTime() {
    }

    /** @return year to microsecond in digits, so that text order is time order; empty if no date and time are known */
    static String of(FrameAttributes image) {
        for (int tag : new int[] {FRAME_ACQUISITION_DATE_TIME, ACQUISITION_DATE_TIME}) {
            String whole = image.text(tag);
            if (whole.length() >= 14) {
                String found = digits(whole.substring(0, 8), whole.substring(8));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        for (int i = 0; i < TIMES.length; i++) {
            for (int j = i; j < DATES.length; j++) {
                String found = digits(image.text(DATES[j]), image.text(TIMES[i]));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String digits(String date, String time) {
        Matcher day = DATE.matcher(date);
        Matcher hour = TIME.matcher(time);
        if (!day.matches() || !hour.matches()) {
            return "";
        }
        String fraction = hour.group(4) == null ? "" : hour.group(4);
        return day.group(1) + day.group(2) + day.group(3) + hour.group(1) + hour.group(2) + hour.group(3) + fraction
                + "0".repeat(6 - fraction.length());
    }
}
