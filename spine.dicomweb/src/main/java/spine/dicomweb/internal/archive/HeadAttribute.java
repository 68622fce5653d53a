package spine.dicomweb.internal.archive;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** The attributes that are kept of every object: those by which objects are searched, and that answers to searches have (PS3.18 10.6.3). */
public enum HeadAttribute {
    StudyDate(Tag.StudyDate, "DA", Level.STUDY),
    StudyTime(Tag.StudyTime, "TM", Level.STUDY),
    AccessionNumber(Tag.AccessionNumber, "SH", Level.STUDY),
    ReferringPhysicianName(Tag.ReferringPhysicianName, "PN", Level.STUDY),
    StudyDescription(Tag.StudyDescription, "LO", Level.STUDY),
    PatientName(Tag.PatientName, "PN", Level.STUDY),
    PatientID(Tag.PatientID, "LO", Level.STUDY),
    PatientBirthDate(Tag.PatientBirthDate, "DA", Level.STUDY),
    PatientSex(Tag.PatientSex, "CS", Level.STUDY),
    StudyInstanceUID(Tag.StudyInstanceUID, "UI", Level.STUDY),
    StudyID(Tag.StudyID, "SH", Level.STUDY),
    Modality(Tag.Modality, "CS", Level.SERIES),
    SeriesDate(Tag.SeriesDate, "DA", Level.SERIES),
    SeriesTime(Tag.SeriesTime, "TM", Level.SERIES),
    SeriesDescription(Tag.SeriesDescription, "LO", Level.SERIES),
    BodyPartExamined(Tag.BodyPartExamined, "CS", Level.SERIES),
    SeriesInstanceUID(Tag.SeriesInstanceUID, "UI", Level.SERIES),
    SeriesNumber(Tag.SeriesNumber, "IS", Level.SERIES),
    PerformedProcedureStepStartDate(0x00400244, "DA", Level.SERIES),
    PerformedProcedureStepStartTime(0x00400245, "TM", Level.SERIES),
    SOPClassUID(Tag.SOPClassUID, "UI", Level.INSTANCE),
    SOPInstanceUID(Tag.SOPInstanceUID, "UI", Level.INSTANCE),
    InstanceNumber(Tag.InstanceNumber, "IS", Level.INSTANCE),
    ContentDate(Tag.ContentDate, "DA", Level.INSTANCE),
    ContentTime(Tag.ContentTime, "TM", Level.INSTANCE),
    NumberOfFrames(Tag.NumberOfFrames, "IS", Level.INSTANCE),
    Rows(Tag.Rows, "US", Level.INSTANCE),
    Columns(Tag.Columns, "US", Level.INSTANCE),
    BitsAllocated(Tag.BitsAllocated, "US", Level.INSTANCE);

    /** Longer values than the standard allows are of no use in a search, and would take the memory of the others. */
    private static final int LONGEST = 1024;
    private static final Map<String, HeadAttribute> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    private static final Map<Integer, HeadAttribute> BY_TAG = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(HeadAttribute::tag, Function.identity()));

    private final int tag;
    private final String vr;
    private final Level level;

    HeadAttribute(int tag, String vr, Level level) {
        this.tag = tag;
        this.vr = vr;
        this.level = level;
    }

    /** By its keyword (PS3.6). */
    public static Optional<HeadAttribute> named(String keyword) {
        return Optional.ofNullable(BY_NAME.get(keyword));
    }

    public static Optional<HeadAttribute> of(int tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    public int tag() {
        return tag;
    }

    public String vr() {
        return vr;
    }

    public Level level() {
        return level;
    }

    /** Those of a header, without such as have no value, and its transfer syntax. */
    static DicomObject headOf(DicomObject header) {
        DicomObject head = new DicomObject();
        for (HeadAttribute attribute : values()) {
            keep(header, attribute.tag, head);
        }
        keep(header, Tag.TransferSyntaxUID, head);
        return head;
    }

    private static void keep(DicomObject header, int tag, DicomObject into) {
        header.element(tag).filter(element -> element.bytes() != null && element.bytes().length > 0 && element.bytes().length <= LONGEST)
                .ifPresent(into::put);
    }
}
