package spine.io.dicom.internal.selection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import spine.api.image.Note;

/** Whether images that count together were taken in one exam, which may go past midnight or be finished on the next day. */
final class ExamDays {
    private static final int DATE_DIGITS = 8;

    private ExamDays() {
    }

    static Optional<Note> warning(List<Station> stations) {
        TreeSet<LocalDate> days = new TreeSet<>();
        stations.stream().flatMap(station -> station.slices().stream()).forEach(image -> day(image.acquired()).ifPresent(days::add));
        long apart = days.isEmpty() ? 0 : ChronoUnit.DAYS.between(days.first(), days.last());
        return apart <= 1 ? Optional.empty() : Optional.of(Note.warning("The chosen images were taken up to " + apart
                + " days apart, so that they may be of more than one exam."));
    }

    private static Optional<LocalDate> day(String acquired) {
        try {
            return acquired.isEmpty() ? Optional.empty()
                    : Optional.of(LocalDate.parse(acquired.substring(0, DATE_DIGITS), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
