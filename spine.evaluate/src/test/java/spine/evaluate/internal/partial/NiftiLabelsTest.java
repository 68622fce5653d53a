package spine.evaluate.internal.partial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;

class NiftiLabelsTest {
    @TempDir
    private Path folder;

    @Test
    void labelsAreReadAsTheyLieInTheFile() throws Exception {
        NiftiLabels labels = NiftiLabels.read(volume(2, 1, 3, 352));
        assertEquals(2, labels.columns());
        assertEquals(3, labels.slices().length);
    }

    @Test
    void whatAHeaderClaimsIsBounded() throws Exception {
        assertTrue(refusal(volume(32767, 32767, 2, 352)).endsWith(" is not a volume: 32767 x 32767 x 2."));
        assertTrue(refusal(volume(512, 512, 16, 352)).endsWith(" is damaged or cut off."));
        for (float offset : new float[] {1e12f, Float.POSITIVE_INFINITY, Float.NaN}) {
            assertTrue(refusal(volume(2, 1, 3, offset)).endsWith(" says that its voxels begin at byte " + offset + "."));
        }
    }

    private static String refusal(Path file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () ->
                assertThrows(UnusableInputException.class, () -> NiftiLabels.read(file))).getMessage();
    }

    /** Of zeros, six of them. */
    private Path volume(int columns, int rows, int slices, float offset) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(358).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 348).putShort(40, (short) 3)
                .putShort(42, (short) columns).putShort(44, (short) rows).putShort(46, (short) slices).putShort(70, (short) 2)
                .putFloat(108, offset).put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
        Path file = folder.resolve("truth.nii.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(header.array());
        }
        return file;
    }
}
