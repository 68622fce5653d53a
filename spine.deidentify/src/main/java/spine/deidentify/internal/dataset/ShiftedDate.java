package spine.deidentify.internal.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates (VR DA and DT) moved by whole days. */
final class ShiftedDate {
    /** ACR-NEMA wrote 2018.07.09. What follows the day is time and zone, which stay. */
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[.-]?([0-9]{2})[.-]?([0-9]{2})"
            + "((?:[0-9]{2}){0,3}(?:\\.[0-9]{1,6})?(?:[+-][0-9]{4})?)");

    private ShiftedDate() {
    }

    /**
     * @param date a value of DA or DT
     * @return the value in the form of the standard; empty if it is no complete date, as a month or a range
     */
    static Optional<String> back(String date, int days) {
        Matcher parts = DATE.matcher(date);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(1) + parts.group(2) + parts.group(3), DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(day.minusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE) + parts.group(4));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
