package spine.phantom.internal.shift.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.shift.prior.Priors;

/**
 * The profiles that measure models stay what they were when the figures in docs/validation.md were taken: whoever changes a study of theirs
 * has to measure all of it again.
 */
class FrozenProfilesTest {

    @Test
    void shift() throws NoSuchAlgorithmException {
        assertEquals("fd26a36c337ed5cd", digest(new PhantomStudy(Priors.SHIFT, 4)));
    }

    @Test
    void hard() throws NoSuchAlgorithmException {
        assertEquals("f77eae4b378cd89e", digest(new PhantomStudy(Priors.HARD, 19)));
    }

    /** Of the pixels, the anatomy and the inflammation of all STIR images. */
    private static String digest(PhantomStudy study) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Scan scan : study.stir()) {
            for (int slice = 0; slice < scan.anatomy().length; slice++) {
                float[] pixels = scan.stack().slices().get(slice).pixels();
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * pixels.length);
                bytes.asFloatBuffer().put(pixels);
                digest.update(bytes.array());
                digest.update(scan.anatomy()[slice]);
                digest.update(scan.oedema()[slice]);
                digest.update(scan.level()[slice]);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
