package spine.io.dicomweb.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.common.file.LimitedInput;
import spine.dicom.DicomElement;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;

/**
 * Reads {@code application/dicom+json}: an array of data sets, or one alone. What others send is not trusted: bytes, elements, nesting and
 * the length of a word are bounded by {@link DicomLimits#STANDARD}. Values that are elsewhere (BulkDataURI) are left out, and so are
 * members that the model does not have.
 */
public final class DicomJsonReader {
    private static final DicomLimits LIMITS = DicomLimits.STANDARD;
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(3 * LIMITS.nesting() + 4).maxStringLength(LIMITS.valueBytes()).maxNumberLength(64).maxNameLength(64)
            .build()).build();

    private final String name;
    private int elements;

    /** @param name names the source in messages */
    public DicomJsonReader(String name) {
        this.name = name;
    }

    /**
     * @param in read to the end of the array, not closed
     * @throws UnusableInputException if it is not in the model, or beyond the limits
     */
    public List<DicomObject> read(InputStream in) throws UnusableInputException, IOException {
        elements = 0;
        try (JsonParser json = FACTORY.createParser(new LimitedInput(in, LIMITS.headerBytes(),
                () -> new StreamConstraintsException("more than " + LIMITS.headerBytes() + " bytes")))) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return dataSets(json);
        } catch (JsonProcessingException | NumberFormatException malformed) {
            throw new UnusableInputException(name + " is not in the DICOM JSON model, or too large", malformed);
        }
    }

    private List<DicomObject> dataSets(JsonParser json) throws IOException, UnusableInputException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            return List.of(dataSet(json, 0));
        }
        if (first != JsonToken.START_ARRAY) {
            throw malformed();
        }
        return array(json, 0);
    }

    /** The data sets of an array that has begun. */
    private List<DicomObject> array(JsonParser json, int depth) throws IOException, UnusableInputException {
        if (depth > LIMITS.nesting()) {
            throw new UnusableInputException(name + " has sequences nested deeper than " + LIMITS.nesting());
        }
        List<DicomObject> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count();
            // Some servers write null for an empty item.
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                items.add(new DicomObject());
            } else {
                expect(json, JsonToken.START_OBJECT);
                items.add(dataSet(json, depth));
            }
        }
        return items;
    }

    private DicomObject dataSet(JsonParser json, int depth) throws IOException, UnusableInputException {
        DicomObject object = new DicomObject();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            count();
            String tag = json.currentName();
            if (tag.length() != 8) {
                throw malformed();
            }
            json.nextToken();
            expect(json, JsonToken.START_OBJECT);
            object.put(element(json, Integer.parseUnsignedInt(tag, 16), depth));
        }
        return object;
    }

    /** The representation may come after the value: the members of an object have no order. */
    private DicomElement element(JsonParser json, int tag, int depth) throws IOException, UnusableInputException {
        String vr = "";
        ElementValue value = new ElementValue();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken content = json.nextToken();
            switch (member) {
                case Words.VR -> vr = json.getText();
                case Words.VALUE -> {
                    expect(json, JsonToken.START_ARRAY);
                    values(json, value, depth);
                }
                case Words.INLINE_BINARY -> {
                    expect(json, JsonToken.VALUE_STRING);
                    value.binary(json.getBinaryValue());
                }
                default -> {
                    if (content.isStructStart()) {
                        json.skipChildren();
                    }
                }
            }
        }
        if (vr == null || !vr.matches("[A-Z]{2}")) {
            throw malformed();
        }
        return value.element(tag, vr);
    }

    private void values(JsonParser json, ElementValue value, int depth) throws IOException, UnusableInputException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count();
            switch (json.currentToken()) {
                case START_OBJECT -> object(json, value, depth);
                case VALUE_NULL -> value.word("");
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value.word(json.getText());
                default -> throw malformed();
            }
        }
    }

    /** An item of a sequence, or a person's name: the names of its members tell. */
    private void object(JsonParser json, ElementValue value, int depth) throws IOException, UnusableInputException {
        if (depth >= LIMITS.nesting()) {
            throw new UnusableInputException(name + " has sequences nested deeper than " + LIMITS.nesting());
        }
        DicomObject item = new DicomObject();
        String[] groups = new String[Words.NAME_GROUPS.length];
        boolean isName = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            count();
            String member = json.currentName();
            int group = List.of(Words.NAME_GROUPS).indexOf(member);
            JsonToken content = json.nextToken();
            if (group >= 0) {
                isName = true;
                groups[group] = content == JsonToken.VALUE_NULL ? "" : json.getText();
            } else if (member.length() == 8 && content == JsonToken.START_OBJECT) {
                item.put(element(json, Integer.parseUnsignedInt(member, 16), depth + 1));
            } else {
                throw malformed();
            }
        }
        if (isName) {
            value.name(groups);
        } else {
            value.item(item);
        }
    }

    private void count() throws UnusableInputException {
        elements++;
        if (elements > LIMITS.elements()) {
            throw new UnusableInputException(name + " has more than " + LIMITS.elements() + " elements");
        }
    }

    private void expect(JsonParser json, JsonToken token) throws UnusableInputException {
        if (json.currentToken() != token) {
            throw malformed();
        }
    }

    private UnusableInputException malformed() {
        return new UnusableInputException(name + " is not in the DICOM JSON model");
    }
}
