package spine.unet.training.internal.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spine.unet.preprocessing.SliceChannels;
import spine.unet.training.internal.augmentation.Augmentation;
import spine.unet.training.internal.augmentation.ElasticDeformation;
import spine.unet.training.internal.augmentation.IntensityCurve;

class CropExtractorTest {
    private static final int ROWS = 20;
    private static final int COLUMNS = 8;

    private final CropExtractor extractor = new CropExtractor(ROWS, COLUMNS, 2, SliceChannels.NEIGHBOURS, 1.5);

    @Test
    void noise_and_truth_end_where_the_image_ends() {
        float[] input = new float[extractor.inputLength()];
        float[] truth = new float[extractor.truthLength()];

        extractor.extract(new CropSampler.Place(allLesion(), 1, 32, 32), ended(0.25, 0.5), new Random(1), input, truth, 0);

        for (int row = 0; row < ROWS; row++) {
            boolean inside = row >= 5 && row < 10;
            int width = COLUMNS * SliceChannels.NEIGHBOURS.count();
            float[] line = Arrays.copyOfRange(input, row * width, (row + 1) * width);
            for (float value : line) {
                assertTrue(inside ? value > 0.5 : value == 0, "row " + row + ": " + value);
            }
            assertEquals(inside ? 1 : 0, truth[row * COLUMNS * 2 + 1], "row " + row);
            assertEquals(inside ? 0 : 1, truth[row * COLUMNS * 2], "row " + row);
        }
    }

    @Test
    void the_asked_share_of_crops_ends_above_or_below() {
        Random random = new Random(5);
        int above = 0;
        int below = 0;
        for (int i = 0; i < 1000; i++) {
            Augmentation change = Augmentation.random(random, false, 0.2);
            assertTrue(change.above() == 0 || change.below() == 0);
            above += change.above() > 0 ? 1 : 0;
            below += change.below() > 0 ? 1 : 0;
        }
        assertEquals(100, above, 35);
        assertEquals(100, below, 35);
    }

    private static Augmentation ended(double above, double below) {
        return new Augmentation(0, 1, 1, ElasticDeformation.NONE, IntensityCurve.IDENTITY, new double[5], 1, 1, 0.01, false, false, above,
                below);
    }

    private static StoredStack allLesion() {
        short[] image = new short[3 * 64 * 64];
        byte[] labels = new byte[image.length];
        Arrays.fill(image, (short) StoredStack.SCALE);
        Arrays.fill(labels, (byte) 1);
        return new StoredStack(3, 64, 64, ShortBuffer.wrap(image), ByteBuffer.wrap(labels), 2);
    }
}
