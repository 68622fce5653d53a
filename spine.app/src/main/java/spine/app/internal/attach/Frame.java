package spine.app.internal.attach;

import java.util.Arrays;

/**
 * A piece of what is sent.
 *
 * @param kind what the bytes are
 * @param bytes at most {@link #MOST_BYTES}; not copied
 */
public record Frame(Kind kind, byte[] bytes) {
    /** Of one frame; keeps short what one end must hold for the other. */
    public static final int MOST_BYTES = 1 << 16;

    /** What may be sent; the order is the code on the wire. */
    public enum Kind {
        /** From the server, now and then, so that the client knows that it lives. */
        ALIVE,
        /** From the client, first: a {@link Request}. */
        REQUEST,
        /** From the client: standard input; no bytes at its end. */
        INPUT,
        /** From the server: standard output. */
        OUTPUT,
        /** From the server: standard error. */
        ERROR,
        /** From the server, last: one byte, the exit code. */
        EXIT
    }

    /** A part of a buffer. */
    public static Frame of(Kind kind, byte[] buffer, int offset, int length) {
        return new Frame(kind, Arrays.copyOfRange(buffer, offset, offset + length));
    }

    /** Says that its sender lives. */
    public static Frame alive() {
        return new Frame(Kind.ALIVE, new byte[0]);
    }

    /** The end. */
    public static Frame exit(int code) {
        return new Frame(Kind.EXIT, new byte[] {(byte) code});
    }
}
