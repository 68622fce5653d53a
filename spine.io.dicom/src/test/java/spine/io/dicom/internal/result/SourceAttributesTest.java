package spine.io.dicom.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.ConformanceStatement;

/** The attributes that the conformance statement calls copied are those that are, of all that there could be. */
class SourceAttributesTest {
    private static final int[] GROUPS = {0x0008, 0x0010, 0x0012, 0x0018, 0x0020, 0x0028, 0x0032, 0x0038, 0x0040};
    private static final int LAST_ELEMENT = 0x4fff;
    /** One of them fits each value representation. */
    private static final String[] VALUES = {"20240229", "101112", "044Y", "7", "YES", "+0100"};

    @Test
    void copiedAttributesAreThoseOfTheTable() throws Exception {
        Set<String> copied = new TreeSet<>();
        for (String value : VALUES) {
            copied.addAll(copied(value));
        }
        Set<String> stated = new TreeSet<>();
        ConformanceStatement.table("### Copied into results")
                .forEach(row -> ConformanceStatement.tags(row.get(0)).forEach(tag -> stated.add(String.format("%08X", tag))));
        assertEquals(String.join("\n", stated), String.join("\n", copied));
    }

    /** Also of sequences, since the value is the content of an item for them. */
    private static Set<String> copied(String value) {
        DicomObject values = new DicomObject();
        DicomObject sequences = new DicomObject();
        for (int group : GROUPS) {
            for (int element = 1; element <= LAST_ELEMENT; element++) {
                values.text(group << 16 | element, "LO", value);
                sequences.sequence(group << 16 | element, new DicomObject());
            }
        }
        DicomObject target = new DicomObject();
        new SourceAttributes(values).copyTo(target);
        new SourceAttributes(sequences).copyTo(target);
        Set<String> tags = new TreeSet<>();
        target.elements().stream().map(DicomElement::tag).forEach(tag -> tags.add(String.format("%08X", tag)));
        return tags;
    }
}
