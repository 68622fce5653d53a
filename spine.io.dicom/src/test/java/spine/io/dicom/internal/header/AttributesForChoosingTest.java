package spine.io.dicom.internal.header;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.ConformanceStatement;
import spine.io.dicom.internal.result.ResultTag;

/** The attributes that the conformance statement calls used for choosing are those that make a difference, and no others do. */
class AttributesForChoosingTest {
    private static final int ACQUISITION_DATE = 0x00080022;
    private static final int ACQUISITION_TIME = 0x00080032;
    private static final int CONCATENATION_UID = 0x00209161;
    /** Where a number makes no difference. */
    private static final Map<Integer, String> WORDS = Map.ofEntries(Map.entry(Tag.TransferSyntaxUID, "1.2.840.10008.1.2.4.201"),
            Map.entry(0x00089208, "PHASE"), Map.entry(0x00089209, "STIR"), Map.entry(0x00189008, "SPIN"), Map.entry(0x00189009, "YES"),
            Map.entry(0x00189025, "FAT"), Map.entry(0x00189074, "20240301101112"), Map.entry(0x0008002A, "20240302101112"),
            Map.entry(Tag.SeriesDate, "20240303"), Map.entry(ACQUISITION_DATE, "20240303"), Map.entry(Tag.ContentDate, "20240303"),
            Map.entry(Tag.SeriesTime, "111111"), Map.entry(Tag.ContentTime, "111111"), Map.entry(ACQUISITION_TIME, "111111"));

    @Test
    void theyAreThoseOfTheTable() throws Exception {
        Set<String> stated = new TreeSet<>();
        ConformanceStatement.table("### By which images are sorted and chosen")
                .forEach(row -> ConformanceStatement.tags(row.get(0)).forEach(tag -> stated.add(hex(tag))));
        DicomObject least = new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE).text(Tag.StudyDate, "DA", "20240229")
                .text(Tag.StudyTime, "TM", "101112");
        DicomObject timed = copy(least).text(ACQUISITION_TIME, "TM", "101113");
        DicomObject placed = copy(least).decimals(Tag.ImagePositionPatient, 1, 2, 3).decimals(Tag.ImageOrientationPatient, 0, 1, 0, 0, 0,
                -1)
                .decimals(Tag.PixelSpacing, 1, 1).text(CONCATENATION_UID, "UI", "1.2.3");
        Set<String> used = tagsOfTheCode().stream()
                .filter(tag -> List.of(least, timed, placed).stream().anyMatch(base -> makesADifference(tag, base)))
                .map(AttributesForChoosingTest::hex).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", stated), String.join("\n", used));
    }

    private static boolean makesADifference(int tag, DicomObject base) {
        DicomObject other = copy(base);
        if (base.element(tag).isPresent()) {
            other.remove(tag);
        } else {
            other.text(tag, "DS", WORDS.getOrDefault(tag, "7"));
        }
        return !header(base).equals(header(other));
    }

    private static ImageHeader header(DicomObject object) {
        return new ImageHeaderBuilder(object, new DecodedImages(new NativeDicomCodec())).image(FrameAttributes.of(object),
                new ImageSource(Path.of("image"), 0));
    }

    /** All that any class here could ask for. */
    private static Set<Integer> tagsOfTheCode() throws IllegalAccessException {
        Set<Integer> tags = new TreeSet<>();
        for (Class<?> type : List.of(Tag.class, ResultTag.class, AcquisitionOrder.class, AcquisitionTime.class, Concatenation.class,
                FrameAttributes.class, HeaderReader.class, ImageHeaderBuilder.class, MrParameters.class, PlaneReader.class)) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                if (field.getType() == int.class) {
                    tags.add(field.getInt(null));
                } else if (field.getType() == int[].class) {
                    for (int tag : (int[]) field.get(null)) {
                        tags.add(tag);
                    }
                }
            }
        }
        return tags;
    }

    private static DicomObject copy(DicomObject object) {
        DicomObject copy = new DicomObject();
        object.elements().forEach(copy::put);
        return copy;
    }

    private static String hex(int tag) {
        return String.format("%08X", tag);
    }
}
