package spine.isolation.internal.codec;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes values so that {@link ValueInput} reads the same ones. */
public final class ValueOutput {
    private static final int PART = 16 * 1024;

    private final DataOutputStream out;

    /** @param out buffered; neither flushed nor closed here */
    public ValueOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** Writes one value. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(ValueOutput out, T value) throws IOException;
    }

    public void truth(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    public void number(int value) throws IOException {
        out.writeInt(value);
    }

    public void whole(long value) throws IOException {
        out.writeLong(value);
    }

    /** By its bits, so that every NaN stays what it is. */
    public void real(double value) throws IOException {
        out.writeLong(Double.doubleToRawLongBits(value));
    }

    public void text(String value) throws IOException {
        out.writeInt(value.length());
        out.writeChars(value);
    }

    public void name(Enum<?> value) throws IOException {
        text(value.name());
    }

    public void bytes(byte[] values) throws IOException {
        out.writeInt(values.length);
        out.write(values);
    }

    public void floats(float[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer part = ByteBuffer.allocate(PART * Float.BYTES);
        for (int from = 0; from < values.length; from += PART) {
            int count = Math.min(PART, values.length - from);
            part.clear();
            for (int i = from; i < from + count; i++) {
                part.putInt(Float.floatToRawIntBits(values[i]));
            }
            out.write(part.array(), 0, count * Float.BYTES);
        }
    }

    public <T> void list(Collection<T> values, Writer<? super T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(this, value);
        }
    }

    /** In the order of the map. */
    public <V> void map(Map<String, V> values, Writer<? super V> writer) throws IOException {
        list(values.entrySet(), (into, entry) -> {
            into.text(entry.getKey());
            writer.write(into, entry.getValue());
        });
    }

    public <T> void optional(Optional<T> value, Writer<? super T> writer) throws IOException {
        truth(value.isPresent());
        if (value.isPresent()) {
            writer.write(this, value.get());
        }
    }
}
