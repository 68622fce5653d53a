package spine.phantom.internal.shift.dicom;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.study.PhantomStudy;

/** Patient, study and equipment attributes shared by all images of a synthetic study. */
final class CommonAttributes {
    private final PhantomStudy study;
    private final LocalDate day;
    private final String date;
    private final String time;
    private final LocalDate birth;

    CommonAttributes(PhantomStudy study) {
        this.study = study;
        SeededRandom patient = new SeededRandom(study.seed()).child("shift date");
        LocalDate first = LocalDate.of(patient.between(2017, 2024), patient.between(1, 12), patient.between(1, 28));
        SeededRandom random = study.timePoint().session(patient).passing();
        day = study.timePoint().date(first, patient);
        birth = LocalDate.of(first.getYear() - study.spine().demographics().age(), 1, 1);
        date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        time = String.format(Locale.ROOT, "%02d%02d%02d.%03d", random.between(7, 20), random.between(0, 59), random.between(0, 59),
                random.between(0, 999));
    }

    /** Adds them to an image. */
    void describe(DicomObject image) {
        Demographics demographics = study.spine().demographics();
        String profile = study.priors().name().toUpperCase(Locale.ROOT);
        String number = Long.toUnsignedString(study.seed());
        image.text(Tag.PatientName, "PN", "PHANTOM^" + profile + "^" + number);
        image.text(Tag.PatientID, "LO", study.patientId());
        image.text(Tag.PatientBirthDate, "DA", birth.format(DateTimeFormatter.BASIC_ISO_DATE));
        image.text(Tag.PatientSex, "CS", demographics.male() ? "M" : "F");
        image.text(Tag.PatientAge, "AS", String.format(Locale.ROOT, "%03dY", ChronoUnit.YEARS.between(birth, day)));
        image.text(Tag.StudyInstanceUID, "UI", study.uids().study());
        image.text(Tag.StudyDate, "DA", date);
        image.text(Tag.StudyTime, "TM", time);
        image.text(Tag.StudyID, "SH", number);
        image.text(Tag.AccessionNumber, "SH");
        image.text(Tag.ReferringPhysicianName, "PN");
        image.text(Tag.StudyDescription, "LO", study.protocol().view().words());
        image.text(Tag.Manufacturer, "LO", study.vendor().manufacturer());
        image.text(Tag.ManufacturerModelName, "LO", study.vendor().model());
        image.text(Tag.SeriesDate, "DA", date);
        image.text(Tag.SeriesTime, "TM", time);
    }
}
