package spine.app.internal.attach.server;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Standard input of a client. One thread fills it, another reads it. */
final class FrameInput extends InputStream {
    /** Pieces that a client may be ahead of what reads it. */
    private static final int MOST_AHEAD = 16;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST_AHEAD);
    private byte[] piece = {0};
    private int next = piece.length;

    /** Waits while too much was not read; a piece without bytes is the end. */
    void put(byte[] bytes) throws InterruptedException {
        pieces.put(bytes.length == 0 ? END : bytes);
    }

    /** The client is gone: what it sent last does not matter any more. */
    void end() {
        pieces.clear();
        pieces.add(END);
    }

    @Override
    public int read() throws InterruptedIOException {
        return isAtEnd() ? -1 : piece[next++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, buffer, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return piece.length - next;
    }

    private boolean isAtEnd() throws InterruptedIOException {
        if (next == piece.length && piece != END) {
            try {
                piece = pieces.take();
                next = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        return piece == END;
    }
}
