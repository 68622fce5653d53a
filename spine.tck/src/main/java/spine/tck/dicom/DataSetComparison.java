package spine.tck.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.TreeSet;
import java.util.stream.Stream;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** Whether two data sets are the same, element by element; file meta information and retired group lengths do not count. */
final class DataSetComparison {
    private static final int META_GROUP = 2;

    private DataSetComparison() {
    }

    /** @param where begins the message of a failure */
    static void assertSame(DicomObject expected, DicomObject actual, String where) {
        TreeSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        Stream.concat(expected.elements().stream(), actual.elements().stream()).map(DicomElement::tag)
                .filter(tag -> tag >>> 16 != META_GROUP && (tag & 0xffff) != 0).forEach(tags::add);
        for (int tag : tags) {
            String at = where + String.format(" (%04X,%04X)", tag >>> 16, tag & 0xffff);
            assertSame(expected.element(tag).orElse(null), actual.element(tag).orElse(null), at);
        }
    }

    private static void assertSame(DicomElement expected, DicomElement actual, String at) {
        assertNotNull(actual, at + " is missing");
        assertNotNull(expected, at + " should not be there");
        assertEquals(expected.vr(), actual.vr(), at);
        assertArrayEquals(expected.bytes(), actual.bytes(), at);
        assertEquals(expected.items() == null, actual.items() == null, at + " has items");
        assertEquals(expected.fragments() == null, actual.fragments() == null, at + " has fragments");
        if (expected.items() != null) {
            assertEquals(expected.items().size(), actual.items().size(), at + " items");
            for (int i = 0; i < expected.items().size(); i++) {
                assertSame(expected.items().get(i), actual.items().get(i), at + " item " + (i + 1));
            }
        }
        if (expected.fragments() != null) {
            assertArrayEquals(expected.fragments().toArray(), actual.fragments().toArray(), at);
        }
    }
}
