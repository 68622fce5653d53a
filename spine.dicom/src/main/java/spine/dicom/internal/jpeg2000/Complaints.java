package spine.dicom.internal.jpeg2000;

import jj2000.j2k.util.MsgLogger;

/** Hears what the decoder would print: that it went on although something was wrong. */
final class Complaints implements MsgLogger {
    /** What the header check knows better: the marker may have padding behind it. */
    private static final String NO_END = "EOC marker not found";

    private boolean any;

    boolean any() {
        return any;
    }

    @Override
    public void printmsg(int severity, String message) {
        any |= severity >= WARNING && !message.startsWith(NO_END);
    }

    @Override
    public void println(String text, int firstIndent, int indent) {
        // Continuation of a message.
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }
}
