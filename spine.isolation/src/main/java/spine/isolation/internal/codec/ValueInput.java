package spine.isolation.internal.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link ValueOutput} wrote, and never takes more memory than the bytes that were allowed can fill. */
public final class ValueInput {
    private static final int PART = 64 * 1024;

    private final InputStream in;
    private long left;

    /**
     * @param in buffered
     * @param limit most bytes to be read
     */
    public ValueInput(InputStream in, long limit) {
        this.in = in;
        this.left = limit;
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ValueInput in) throws IOException;
    }

    public boolean truth() throws IOException {
        return some(1)[0] != 0;
    }

    public int number() throws IOException {
        return ByteBuffer.wrap(some(Integer.BYTES)).getInt();
    }

    public long whole() throws IOException {
        return ByteBuffer.wrap(some(Long.BYTES)).getLong();
    }

    public double real() throws IOException {
        return Double.longBitsToDouble(whole());
    }

    public String text() throws IOException {
        int length = count(Character.BYTES);
        return ByteBuffer.wrap(some(length * Character.BYTES)).asCharBuffer().toString();
    }

    public <E extends Enum<E>> E name(Class<E> type) throws IOException {
        return Enum.valueOf(type, text());
    }

    public byte[] bytes() throws IOException {
        return some(count(1));
    }

    public float[] floats() throws IOException {
        float[] values = new float[count(Float.BYTES)];
        for (int from = 0; from < values.length; from += PART) {
            int part = Math.min(PART, values.length - from);
            ByteBuffer bytes = ByteBuffer.wrap(some(part * Float.BYTES));
            for (int i = from; i < from + part; i++) {
                values[i] = Float.intBitsToFloat(bytes.getInt());
            }
        }
        return values;
    }

    public <T> List<T> list(Reader<T> reader) throws IOException {
        // What a value takes is not known, but for the one byte that it has at least. So the list grows with what comes.
        int count = count(1);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(reader.read(this));
        }
        return values;
    }

    public <V> Map<String, V> map(Reader<V> reader) throws IOException {
        Map<String, V> values = new LinkedHashMap<>();
        int count = count(1);
        for (int i = 0; i < count; i++) {
            String key = text();
            values.put(key, reader.read(this));
        }
        return values;
    }

    public <T> Optional<T> optional(Reader<T> reader) throws IOException {
        return truth() ? Optional.of(reader.read(this)) : Optional.empty();
    }

    /** @throws UnreadableValueException if anything follows */
    public void end() throws IOException {
        if (in.read() >= 0) {
            throw new UnreadableValueException("more bytes than belong to it");
        }
    }

    /** How many elements follow, of which each takes at least that many bytes. */
    private int count(int bytesEach) throws IOException {
        int count = number();
        if (count < 0 || (long) count * bytesEach > left || (long) count * bytesEach > Integer.MAX_VALUE) {
            throw new UnreadableValueException("a length that is more than it may have");
        }
        return count;
    }

    private byte[] some(int count) throws IOException {
        if (count > left) {
            throw new UnreadableValueException("more bytes than it may have");
        }
        left -= count;
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the bytes end too early");
        }
        return bytes;
    }
}
