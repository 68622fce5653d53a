package spine.io.dcm4che.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.util.ByteUtils;

/** An unknown element (UN) with items inside, which are little endian and usually name no representations (PS3.5 6.2.2). */
final class UnknownSequence {
    private static final int ITEM_HEADER = 8;
    /** A tag and the letters of a representation. */
    private static final int FIRST_ELEMENT = 6;

    private UnknownSequence() {
    }

    static boolean beginsWithItem(byte[] raw) {
        return raw.length >= ITEM_HEADER && ByteUtils.bytesToTagLE(raw, 0) == Tag.Item;
    }

    /** @param raw begins with an item */
    static DicomInputStream open(byte[] raw) throws IOException {
        boolean named = raw.length >= ITEM_HEADER + FIRST_ELEMENT
                && VR.valueOf(ByteUtils.bytesToVR(raw, ITEM_HEADER + Integer.BYTES)) != null;
        return new DicomInputStream(new SequentialInput(new ByteArrayInputStream(raw)),
                named ? UID.ExplicitVRLittleEndian : UID.ImplicitVRLittleEndian);
    }
}
