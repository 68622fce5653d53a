package spine.io.dicom.internal.uid;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import spine.common.digest.Sha256;

/** UIDs under 2.25 (PS3.5 B.2) that follow from what the object is made of: the same input gives the same UID. */
public final class DerivedUid {
    private final MessageDigest digest = Sha256.newDigest();

    public DerivedUid with(String part) {
        return with(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Length first, so that parts cannot run into each other. */
    public DerivedUid with(byte[] part) {
        digest.update(BigInteger.valueOf(part.length).toByteArray());
        digest.update((byte) ':');
        digest.update(part);
        return this;
    }

    /** The UID of all parts so far, as a UUID of version 8 (RFC 9562); this object begins anew. */
    public String uid() {
        byte[] uuid = Arrays.copyOf(digest.digest(), 16);
        uuid[6] = (byte) (uuid[6] & 0x0f | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3f | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }
}
