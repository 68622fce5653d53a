package spine.report.internal.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Arrays;

/** The mask of one image as an array of value, length of its run, next value, length of its run, and so on. */
final class MaskRuns {

    private MaskRuns() {
    }

    /** Writes. */
    static final class Writer extends StdSerializer<byte[]> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(byte[].class);
        }

        @Override
        public void serialize(byte[] mask, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (int from = 0, to; from < mask.length; from = to) {
                to = from + 1;
                while (to < mask.length && mask[to] == mask[from]) {
                    to++;
                }
                out.writeNumber(mask[from]);
                out.writeNumber(to - from);
            }
            out.writeEndArray();
        }
    }

    /** Reads. */
    static final class Reader extends StdDeserializer<byte[]> {
        private static final long serialVersionUID = 1L;
        /** More pixels than any image has: a length that is read must not decide on the memory. */
        private static final int MOST = 1 << 26;
        /** Pixels of all masks of a result together; a file of a few kB could name any number. */
        private static final long MOST_OF_ALL = 1L << 30;

        Reader() {
            super(byte[].class);
        }

        @Override
        public byte[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
            byte[] mask = new byte[1 << 18];
            int size = 0;
            while (in.nextToken() != JsonToken.END_ARRAY) {
                byte value = in.getByteValue();
                int length = in.nextIntValue(-1);
                if (length < 1 || length > MOST - size) {
                    context.reportInputMismatch(this, "a run of %d pixels", length);
                }
                if (size + length > mask.length) {
                    mask = Arrays.copyOf(mask, Math.max(size + length, 2 * mask.length));
                }
                Arrays.fill(mask, size, size + length, value);
                size += length;
            }
            long all = size + (context.getAttribute(MaskRuns.class) instanceof Long before ? before : 0);
            if (all > MOST_OF_ALL) {
                context.reportInputMismatch(this, "masks of %d pixels", all);
            }
            context.setAttribute(MaskRuns.class, all);
            return Arrays.copyOf(mask, size);
        }
    }
}
