package spine.app.internal.attach;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * Frames over a channel. One thread may read while others write; a thread that closes it ends what the others wait for. (The streams of
 * {@code java.nio.channels.Channels} share one lock for both directions before Java 19.)
 */
public final class FrameChannel implements AutoCloseable {
    private static final int HEAD_BYTES = 5;

    private final ByteChannel channel;
    private final Object writing = new Object();
    private volatile long writingSince;

    /** @param channel blocking; closed with this */
    public FrameChannel(ByteChannel channel) {
        this.channel = channel;
    }

    /** @throws EOFException if the other end is gone */
    public Frame read() throws IOException {
        ByteBuffer head = read(HEAD_BYTES);
        int kind = head.get();
        int length = head.getInt();
        if (kind < 0 || kind >= Frame.Kind.values().length || length < 0 || length > Frame.MOST_BYTES) {
            throw new IOException("the other end does not speak this protocol");
        }
        return new Frame(Frame.Kind.values()[kind], read(length).array());
    }

    /** Waits while the other end does not read. */
    public void write(Frame frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + frame.bytes().length).put((byte) frame.kind().ordinal())
                .putInt(frame.bytes().length).put(frame.bytes()).flip();
        synchronized (writing) {
            writingSince = System.nanoTime();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            writingSince = 0;
        }
    }

    /** How long the other end has not taken what is being sent, ns; 0 if nothing is. */
    public long stalledNanos() {
        long since = writingSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer read(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the other end is gone");
            }
        }
        return bytes.flip();
    }
}
