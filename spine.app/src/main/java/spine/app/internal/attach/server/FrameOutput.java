package spine.app.internal.attach.server;

import java.io.IOException;
import java.io.OutputStream;

import spine.app.internal.attach.Frame;
import spine.app.internal.attach.FrameChannel;

/** A standard stream of a client. */
final class FrameOutput extends OutputStream {
    private final FrameChannel channel;
    private final Frame.Kind kind;

    FrameOutput(FrameChannel channel, Frame.Kind kind) {
        this.channel = channel;
        this.kind = kind;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int sent = 0; sent < length; sent += Frame.MOST_BYTES) {
            channel.write(Frame.of(kind, bytes, offset + sent, Math.min(Frame.MOST_BYTES, length - sent)));
        }
    }
}
