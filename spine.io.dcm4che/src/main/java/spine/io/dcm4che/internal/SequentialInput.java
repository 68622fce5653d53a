package spine.io.dcm4che.internal;

import java.io.FilterInputStream;
import java.io.InputStream;

/**
 * A stream without a mark. With one dcm4che would keep whole sequences in memory, to take one that is longer than it says for bytes;
 * and nested sequences would share the one mark.
 */
final class SequentialInput extends FilterInputStream {
    SequentialInput(InputStream in) {
        super(in);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
