package spine.deidentify.internal.dataset;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** The StudyDate of an image as ISO 8601 writes it. */
public final class StudyDay {

    private StudyDay() {
    }

    /** @return {@code yyyy-MM-dd}; empty if the image has no date or one that is none */
    public static String of(DicomObject image) {
        return ShiftedDate.back(image.text(Tag.StudyDate), 0)
                .filter(day -> day.length() == "yyyyMMdd".length())
                .map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).toString()).orElse("");
    }
}
