package spine.io.dicom.internal.result;

import java.util.List;
import java.util.stream.Collectors;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * Patient and study of the images (PS3.3 C.7.1.1, C.7.2.1, C.7.2.2), taken over into what is made from them; they never travel through the
 * platform. Values that no standard knows are converted or left empty ({@link StandardValue}).
 */
public final class SourceAttributes {
    /** Must be present, may be empty (type 2). */
    private static final List<Attribute> EXPECTED = List.of(new Attribute(Tag.StudyDate, "DA"), new Attribute(Tag.StudyTime, "TM"),
            new Attribute(Tag.AccessionNumber, "SH"), new Attribute(Tag.ReferringPhysicianName, "PN"), new Attribute(Tag.PatientName, "PN"),
            new Attribute(Tag.PatientID, "LO"), new Attribute(Tag.PatientBirthDate, "DA"), new Attribute(Tag.PatientSex, "CS"),
            new Attribute(Tag.StudyID, "SH"));
    private static final List<Attribute> OPTIONAL = List.of(new Attribute(0x00080201, "SH"), new Attribute(Tag.StudyDescription, "LO"),
            new Attribute(0x00081048, "PN"), new Attribute(0x00081060, "PN"), new Attribute(0x00081080, "LO"),
            new Attribute(0x00100021, "LO"),
            new Attribute(0x00100032, "TM"), new Attribute(0x00101000, "LO"), new Attribute(Tag.PatientAge, "AS"),
            new Attribute(Tag.PatientSize, "DS"), new Attribute(Tag.PatientWeight, "DS"), new Attribute(0x00102160, "SH"),
            new Attribute(0x00102180, "SH"), new Attribute(0x001021B0, "LT"), new Attribute(0x00104000, "LT"),
            new Attribute(0x00120062, "CS"),
            new Attribute(0x00120063, "LO"));
    /** Issuer of the accession number, procedure, other patient identifiers, how the study was de-identified. */
    private static final int[] SEQUENCES = {0x00080051, 0x00081032, 0x00101002, 0x00120064};
    private static final int[] DATES = {Tag.ContentDate, Tag.SeriesDate, Tag.StudyDate};
    private static final int[] TIMES = {Tag.ContentTime, Tag.SeriesTime, Tag.StudyTime};

    private final DicomObject source;

    /** @param source header of an image; empty if nothing is known */
    SourceAttributes(DicomObject source) {
        this.source = source;
    }

    private record Attribute(int tag, String vr) {
    }

    /** Puts them into an object. */
    public void copyTo(DicomObject target) {
        for (Attribute attribute : EXPECTED) {
            target.text(attribute.tag, attribute.vr, value(attribute));
        }
        for (Attribute attribute : OPTIONAL) {
            String value = value(attribute);
            if (!value.isEmpty()) {
                target.text(attribute.tag, attribute.vr, value);
            }
        }
        for (int tag : SEQUENCES) {
            if (!source.items(tag).isEmpty()) {
                target.put(source.element(tag).orElseThrow());
            }
        }
    }

    /** Content date and time are those of the images: the same input gives the same object at any time of the day. */
    public void dateContent(DicomObject target) {
        target.text(Tag.ContentDate, "DA", contentDate()).text(Tag.ContentTime, "TM", contentTime());
    }

    /** When the content is said to have been made: the date of the images, in the form of VR DA. */
    public String contentDate() {
        return first(DATES, "DA", "20000101");
    }

    /** The time of the images, in the form of VR TM. */
    public String contentTime() {
        return first(TIMES, "TM", "000000");
    }

    private String value(Attribute attribute) {
        String values = source.texts(attribute.tag).stream().map(value -> StandardValue.of(attribute.vr, value))
                .collect(Collectors.joining("\\"));
        return switch (attribute.tag) {
            case Tag.PatientSex -> StandardValue.sex(values);
            case 0x00080201 -> StandardValue.offset(values);
            case Tag.StudyDescription -> StandardValue.description(values);
            default -> values;
        };
    }

    private String first(int[] tags, String vr, String fallback) {
        for (int tag : tags) {
            String value = StandardValue.of(vr, source.text(tag));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return fallback;
    }
}
