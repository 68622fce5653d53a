package spine.phantom.internal.standard.dicom;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Demographics;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Patient, study and equipment attributes shared by all images of a synthetic study. */
final class CommonAttributes {
    private final PhantomStudy study;
    private final String name;
    private final LocalDate day;
    private final String date;
    private final String time;
    private final LocalDate birth;

    CommonAttributes(PhantomStudy study) {
        this.study = study;
        String number = Long.toUnsignedString(study.seed());
        name = "PHANTOM^" + "0".repeat(Math.max(0, 6 - number.length())) + number;
        SeededRandom patient = new SeededRandom(study.seed()).child("examination");
        LocalDate first = LocalDate.of(2021, 1, 1).plusDays(patient.between(0, 1500));
        day = study.timePoint().date(first, patient);
        date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        time = String.format(Locale.ROOT, "%02d%02d00", patient.between(8, 17), patient.between(0, 59));
        birth = first.minusYears(study.patient().spine().demographics().age()).minusDays(patient.between(1, 360));
    }

    /** Adds them to an image. */
    void describe(DicomObject image) {
        Demographics demographics = study.patient().spine().demographics();
        image.text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192");
        image.text(Tag.PatientName, "PN", name);
        image.text(Tag.PatientID, "LO", study.patientId());
        image.text(Tag.PatientBirthDate, "DA", birth.format(DateTimeFormatter.BASIC_ISO_DATE));
        image.text(Tag.PatientSex, "CS", demographics.male() ? "M" : "F");
        image.text(Tag.PatientAge, "AS", String.format(Locale.ROOT, "%03dY", ChronoUnit.YEARS.between(birth, day)));
        image.text(Tag.StudyInstanceUID, "UI", study.uids().study());
        image.text(Tag.StudyDate, "DA", date);
        image.text(Tag.StudyTime, "TM", time);
        image.text(Tag.StudyID, "SH", String.valueOf(study.timePoint().number()));
        image.text(Tag.AccessionNumber, "SH");
        image.text(Tag.ReferringPhysicianName, "PN");
        image.text(Tag.StudyDescription, "LO", "MR whole spine, synthetic");
        image.text(Tag.Manufacturer, "LO", study.protocol().manufacturer());
        image.text(Tag.ManufacturerModelName, "LO", "Synthetic");
        image.text(Tag.DeviceSerialNumber, "LO", "0");
        image.text(Tag.SoftwareVersions, "LO", "spine.phantom 1.0.0");
        image.text(Tag.SeriesDate, "DA", date);
        image.text(Tag.SeriesTime, "TM", time);
        image.text(Tag.ContentDate, "DA", date);
        image.text(Tag.ContentTime, "TM", time);
    }
}
