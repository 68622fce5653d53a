package spine.io.dicomweb.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

class DicomJsonTest {
    private static final int SEQUENCE = 0x00081140;
    private static final int BINARY = 0x00091010;

    @Test
    void everyRepresentationHasTheFormOfTheStandard() throws IOException {
        DicomObject object = new DicomObject().text(Tag.PatientName, "PN", "Yamada^Tarou=山田^太郎=やまだ^たろう").decimals(Tag.SliceThickness, 4.5)
                .integers(Tag.InstanceNumber, 12).unsignedShorts(Tag.Rows, 0xffff).tags(0x00209165, 0x00209056)
                .text(Tag.StudyInstanceUID, "UI", "1.2.3").text(Tag.ImageType, "CS", "ORIGINAL", "", "M").text(0x00204000, "LT", "a\\b")
                .put(numbers(0x00189087, "FD", 8, buffer -> buffer.putDouble(0.1)))
                .put(numbers(0x00189098, "FL", 4, buffer -> buffer.putFloat(0.1f)))
                .put(numbers(0x7FE00003, "UV", 8, buffer -> buffer.putLong(-1)));
        JsonNode json = json(object, BulkData.INLINE);
        assertEquals("{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"山田^太郎\",\"Phonetic\":\"やまだ^たろう\"}]}",
                json.get("00100010").toString());
        assertEquals("{\"vr\":\"DS\",\"Value\":[4.5]}", json.get("00180050").toString());
        assertEquals("{\"vr\":\"IS\",\"Value\":[12]}", json.get("00200013").toString());
        assertEquals("{\"vr\":\"US\",\"Value\":[65535]}", json.get("00280010").toString());
        assertEquals("{\"vr\":\"AT\",\"Value\":[\"00209056\"]}", json.get("00209165").toString());
        assertEquals("{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}", json.get("0020000D").toString());
        assertEquals("{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"M\"]}", json.get("00080008").toString());
        assertEquals("{\"vr\":\"LT\",\"Value\":[\"a\\\\b\"]}", json.get("00204000").toString());
        assertEquals(0.1, json.get("00189087").get("Value").get(0).doubleValue());
        assertEquals("0.1", json.get("00189098").get("Value").get(0).asText());
        assertEquals("18446744073709551615", json.get("7FE00003").get("Value").get(0).asText());
    }

    @Test
    void whatIsNoNumberStaysAsItIs() throws IOException {
        DicomObject object = new DicomObject().text(Tag.SliceThickness, "DS", "1,5").text(Tag.RepetitionTime, "DS", "+.5E2")
                .text(Tag.InstanceNumber, "IS", "many")
                .put(numbers(0x00189087, "FD", 16, buffer -> buffer.putDouble(Double.NaN).putDouble(Double.NEGATIVE_INFINITY)));
        JsonNode json = json(object, BulkData.INLINE);
        assertEquals("[\"1,5\"]", json.get("00180050").get("Value").toString());
        assertEquals(50, json.get("00180080").get("Value").get(0).doubleValue());
        assertEquals("[\"many\"]", json.get("00200013").get("Value").toString());
        assertEquals("[\"NaN\",\"-Infinity\"]", json.get("00189087").get("Value").toString());
    }

    @Test
    void emptyValuesHaveNoMember() throws IOException {
        DicomObject object = new DicomObject().text(Tag.PatientID, "LO", "").sequence(SEQUENCE).put(DicomElement.of(BINARY, "OB",
                new byte[0]))
                .sequence(0x00082112, new DicomObject());
        JsonNode json = json(object, BulkData.INLINE);
        assertEquals("{\"vr\":\"LO\"}", json.get("00100020").toString());
        assertEquals("{\"vr\":\"SQ\"}", json.get("00081140").toString());
        assertEquals("{\"vr\":\"OB\"}", json.get("00091010").toString());
        assertEquals("{\"vr\":\"SQ\",\"Value\":[{}]}", json.get("00082112").toString());
    }

    @Test
    void fileMetaInformationAndGroupLengthsAreLeftOut() throws IOException {
        DicomObject object = new DicomObject().text(Tag.TransferSyntaxUID, "UI", "1.2").unsignedLongs(0x00080000, 12)
                .text(Tag.Modality, "CS", "MR");
        assertEquals("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"MR\"]}}", json(object, BulkData.INLINE).toString());
    }

    @Test
    void largeValuesAndPixelsAreAddresses() throws IOException {
        DicomObject item = new DicomObject().put(DicomElement.of(BINARY, "UN", new byte[100]));
        DicomObject object = new DicomObject().sequence(SEQUENCE, new DicomObject(), item)
                .put(new DicomElement(Tag.PixelData, "OW", null, null, List.of()));
        JsonNode json = json(object, (place, length) -> Optional.of(place + "," + length));
        assertEquals("{\"vr\":\"UN\",\"BulkDataURI\":\"00081140/2/00091010,100\"}",
                json.get("00081140").get("Value").get(1).get("00091010").toString());
        assertEquals("{\"vr\":\"OW\",\"BulkDataURI\":\"7FE00010,-1\"}", json.get("7FE00010").toString());
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        DicomObject object = new DicomObject().text(Tag.PatientName, "PN", "A^B==C").decimals(Tag.PixelSpacing, 0.5, -1e-7)
                .integers(Tag.InstanceNumber, 1, -2).unsignedShorts(Tag.Rows, 1, 0xffff).unsignedLongs(0x00189098, 0xffffffffL)
                .tags(0x00209165, 0x7fe00010).text(Tag.ImageType, "CS", "A", "", "B")
                .put(numbers(0x00189087, "FD", 16, buffer -> buffer.putDouble(Math.PI).putDouble(Double.POSITIVE_INFINITY)))
                .put(DicomElement.of(BINARY, "OB", new byte[] {1, 2, 3, -1})).sequence(SEQUENCE, new DicomObject(),
                        new DicomObject().text(Tag.Modality, "CS", "MR").sequence(SEQUENCE, new DicomObject().text(Tag.PatientID, "LO",
                        "ä")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DicomJsonWriter writer = DicomJsonWriter.array(out)) {
            writer.write(object, BulkData.INLINE);
            writer.write(new DicomObject(), BulkData.INLINE);
        }
        List<DicomObject> read = new DicomJsonReader("answer").read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(2, read.size());
        assertSame(object, read.get(0));
        assertTrue(read.get(1).elements().isEmpty());
    }

    private static void assertSame(DicomObject expected, DicomObject actual) {
        assertEquals(expected.elements().stream().map(DicomElement::tag).toList(), actual.elements().stream().map(DicomElement::tag)
                .toList());
        for (DicomElement element : expected.elements()) {
            DicomElement read = actual.element(element.tag()).orElseThrow();
            assertEquals(element.vr(), read.vr());
            if (element.items() == null) {
                boolean isDecimal = element.vr().equals("DS");
                assertArrayEquals(isDecimal ? null : element.bytes(), isDecimal ? null : read.bytes(), Integer.toHexString(element.tag()));
                assertArrayEquals(expected.numbers(element.tag()), actual.numbers(element.tag()));
            } else {
                assertEquals(element.items().size(), read.items().size());
                for (int i = 0; i < element.items().size(); i++) {
                    assertSame(element.items().get(i), read.items().get(i));
                }
            }
        }
        assertFalse(expected.elements().isEmpty() && !actual.elements().isEmpty());
    }

    private interface Filling {
        void fill(ByteBuffer buffer);
    }

    private static DicomElement numbers(int tag, String vr, int size, Filling filling) {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        filling.fill(buffer);
        return DicomElement.of(tag, vr, buffer.array());
    }

    private static JsonNode json(DicomObject object, BulkData bulk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DicomJsonWriter writer = DicomJsonWriter.single(out)) {
            writer.write(object, bulk);
        }
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }
}
