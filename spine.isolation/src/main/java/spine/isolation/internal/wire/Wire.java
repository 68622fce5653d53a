package spine.isolation.internal.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import spine.isolation.internal.codec.UnreadableValueException;
import spine.isolation.internal.codec.ValueInput;
import spine.isolation.internal.codec.ValueOutput;

/** Messages to and from another process. Several threads may send; one receives. */
public final class Wire {
    /** So that what was printed into the stream is not taken for a message. */
    private static final int MARK = 0x53504e31;

    private final DataInputStream in;
    private final DataOutputStream out;

    public Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, PartedOutput.PART));
        this.out = new DataOutputStream(new BufferedOutputStream(out, PartedOutput.PART));
    }

    /** Writes the values of a message. */
    @FunctionalInterface
    public interface Body {
        void write(ValueOutput out) throws IOException;
    }

    /** Sends one message as a whole. */
    public void send(MessageType type, Body body) throws IOException {
        synchronized (out) {
            out.writeInt(MARK);
            out.writeByte(type.ordinal());
            PartedOutput parts = new PartedOutput(out);
            body.write(new ValueOutput(parts));
            parts.finish();
        }
    }

    /**
     * Waits for a message; its values are to be read before the next.
     *
     * @throws java.io.EOFException if the other process has ended or closed its end
     */
    public MessageType next() throws IOException {
        if (in.readInt() != MARK) {
            throw new UnreadableValueException("bytes that are no message");
        }
        int type = in.readUnsignedByte();
        if (type >= MessageType.values().length) {
            throw new UnreadableValueException("a message of no known type");
        }
        return MessageType.values()[type];
    }

    /**
     * Reads the values of the message that {@link #next} has begun.
     *
     * @param limit most bytes of them
     */
    public <T> T read(long limit, ValueInput.Reader<T> reader) throws IOException {
        ValueInput values = new ValueInput(new PartedInput(in), limit);
        T value;
        try {
            value = reader.read(values);
        } catch (RuntimeException impossible) {
            // A record of spine.api that cannot be, or a word that is none of an enumeration.
            UnreadableValueException unreadable = new UnreadableValueException("values that cannot be");
            unreadable.initCause(impossible);
            throw unreadable;
        }
        values.end();
        return value;
    }
}
