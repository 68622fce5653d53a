package spine.isolation.internal.codec;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Properties of services and settings: texts, numbers, truth values, and lists and arrays of them; anything else goes as its text. */
public final class PropertyCodec {

    private enum Kind { TEXT, TRUTH, INTEGER, LONG, DOUBLE, FLOAT, LIST, ARRAY }

    private PropertyCodec() {
    }

    public static void write(ValueOutput out, Map<String, Object> properties) throws IOException {
        out.map(properties, PropertyCodec::writeValue);
    }

    public static Map<String, Object> read(ValueInput in) throws IOException {
        return in.map(PropertyCodec::readValue);
    }

    private static void writeValue(ValueOutput out, Object value) throws IOException {
        if (value instanceof Collection<?> values) {
            out.name(Kind.LIST);
            out.list(values, PropertyCodec::writeScalar);
        } else if (value.getClass().isArray()) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                values.add(Array.get(value, i));
            }
            out.name(Kind.ARRAY);
            out.list(values, PropertyCodec::writeScalar);
        } else {
            writeScalar(out, value);
        }
    }

    private static Object readValue(ValueInput in) throws IOException {
        Kind kind = in.name(Kind.class);
        return switch (kind) {
            case LIST -> in.list(PropertyCodec::readScalar);
            case ARRAY -> array(in.list(PropertyCodec::readScalar));
            default -> readScalar(kind, in);
        };
    }

    /** Of the boxed type that all elements have; of texts where there are none. */
    private static Object array(List<Object> values) {
        Object array = Array.newInstance(values.isEmpty() ? String.class : values.get(0).getClass(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static void writeScalar(ValueOutput out, Object value) throws IOException {
        if (value instanceof Boolean truth) {
            out.name(Kind.TRUTH);
            out.truth(truth);
        } else if (value instanceof Integer number) {
            out.name(Kind.INTEGER);
            out.number(number);
        } else if (value instanceof Long number) {
            out.name(Kind.LONG);
            out.whole(number);
        } else if (value instanceof Double || value instanceof Float) {
            out.name(value instanceof Double ? Kind.DOUBLE : Kind.FLOAT);
            out.real(((Number) value).doubleValue());
        } else {
            out.name(Kind.TEXT);
            out.text(String.valueOf(value));
        }
    }

    private static Object readScalar(ValueInput in) throws IOException {
        return readScalar(in.name(Kind.class), in);
    }

    private static Object readScalar(Kind kind, ValueInput in) throws IOException {
        return switch (kind) {
            case TEXT -> in.text();
            case TRUTH -> in.truth();
            case INTEGER -> in.number();
            case LONG -> in.whole();
            case DOUBLE -> in.real();
            case FLOAT -> (float) in.real();
            case LIST, ARRAY -> throw new UnreadableValueException("a list within a list");
        };
    }
}
