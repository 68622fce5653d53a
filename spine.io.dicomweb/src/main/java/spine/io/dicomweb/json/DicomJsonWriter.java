package spine.io.dicomweb.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/**
 * Writes data sets as {@code application/dicom+json}, one after the other: nothing of what was written is kept. File meta information
 * (group 2) and group lengths are left out (PS3.18 F.2.2). Not safe for several threads.
 */
public final class DicomJsonWriter implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final int META_GROUP = 0x0002;

    private final JsonGenerator json;
    private final ValueWriter values;

    private DicomJsonWriter(OutputStream out) throws IOException {
        this.json = FACTORY.createGenerator(out);
        this.values = new ValueWriter(json);
    }

    /**
     * An array of any number of data sets.
     *
     * @param out in UTF-8; not closed
     */
    public static DicomJsonWriter array(OutputStream out) throws IOException {
        DicomJsonWriter writer = new DicomJsonWriter(out);
        writer.json.writeStartArray();
        return writer;
    }

    /** A data set that stands alone, which is to be written once. */
    public static DicomJsonWriter single(OutputStream out) throws IOException {
        return new DicomJsonWriter(out);
    }

    /**
     * Writes a data set.
     *
     * @param object text in UTF-8, as {@link DicomObject} has it. An element with fragments, be they none, is pixel data, for which
     *     {@code bulk} is asked for an address
     */
    public void write(DicomObject object, BulkData bulk) throws IOException {
        dataSet(object, bulk, "");
    }

    /** Ends the array, if it is one. */
    @Override
    public void close() throws IOException {
        json.close();
    }

    private void dataSet(DicomObject object, BulkData bulk, String path) throws IOException {
        json.writeStartObject();
        for (DicomElement element : object.elements()) {
            if (element.tag() >>> 16 != META_GROUP && (element.tag() & 0xffff) != 0) {
                element(element, bulk, path);
            }
        }
        json.writeEndObject();
    }

    private void element(DicomElement element, BulkData bulk, String path) throws IOException {
        String tag = String.format("%08X", element.tag());
        json.writeObjectFieldStart(tag);
        json.writeStringField(Words.VR, element.items() == null ? element.vr() : "SQ");
        if (element.items() != null) {
            items(element, bulk, path + tag);
        } else if (element.fragments() != null) {
            address(bulk.address(path + tag, -1));
        } else if (ValueWriter.isBinary(element.vr())) {
            binary(element.bytes(), bulk, path + tag);
        } else {
            values.write(element);
        }
        json.writeEndObject();
    }

    private void items(DicomElement sequence, BulkData bulk, String place) throws IOException {
        if (!sequence.items().isEmpty()) {
            json.writeArrayFieldStart(Words.VALUE);
            int number = 1;
            for (DicomObject item : sequence.items()) {
                dataSet(item, bulk, place + "/" + number + "/");
                number++;
            }
            json.writeEndArray();
        }
    }

    private void binary(byte[] bytes, BulkData bulk, String place) throws IOException {
        if (bytes == null || bytes.length == 0) {
            return;
        }
        Optional<String> address = bulk.address(place, bytes.length);
        if (address.isPresent()) {
            address(address);
        } else {
            json.writeBinaryField(Words.INLINE_BINARY, bytes);
        }
    }

    private void address(Optional<String> address) throws IOException {
        if (address.isPresent()) {
            json.writeStringField(Words.BULK_DATA_URI, address.get());
        }
    }
}
