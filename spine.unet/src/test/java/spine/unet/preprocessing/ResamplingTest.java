package spine.unet.preprocessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spine.api.image.PixelBox;

class ResamplingTest {

    @Test
    void aPartIsBitForBitThatOfTheWhole() {
        Random random = new Random(1);
        for (double spacing : new double[] {0.63, 1, 1.49}) {
            Resampling there = new Resampling(Resampling.Axis.to(90, spacing, 1), Resampling.Axis.to(61, 1.1 * spacing, 1));
            for (Resampling resampling : new Resampling[] {there, there.inverse()}) {
                PixelBox in = resampling.inputOf(new PixelBox(0, 0, resampling.rowsOut(), resampling.columnsOut()));
                float[] plane = new float[in.rows() * in.columns()];
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = random.nextFloat();
                }
                float[] whole = resampling.apply(plane);
                PixelBox output = new PixelBox(17, 9, 20, 31);
                PixelBox needed = resampling.inputOf(output);
                PixelBox window = new PixelBox(needed.top() - 1, needed.left() - 2, needed.rows() + 3, needed.columns() + 2);
                float[] part = resampling.apply(cut(plane, in.columns(), window), window, output);
                for (int row = 0; row < output.rows(); row++) {
                    for (int column = 0; column < output.columns(); column++) {
                        assertEquals(whole[(output.top() + row) * resampling.columnsOut() + output.left() + column],
                                part[row * output.columns() + column], "row " + row + ", column " + column);
                    }
                }
            }
        }
    }

    @Test
    void aPartDeterminesWhatNeedsNothingElse() {
        Resampling there = new Resampling(Resampling.Axis.to(90, 0.63, 1), Resampling.Axis.to(61, 0.69, 1));
        for (Resampling resampling : new Resampling[] {there, there.inverse()}) {
            PixelBox whole = new PixelBox(0, 0, resampling.rowsOut(), resampling.columnsOut());
            assertEquals(whole, resampling.outputOf(resampling.inputOf(whole)));
            PixelBox window = new PixelBox(7, 5, 21, 18);
            PixelBox output = resampling.outputOf(window);
            assertEquals(window, window.union(resampling.inputOf(output)));
            for (PixelBox larger : List.of(new PixelBox(output.top() - 1, output.left(), output.rows() + 1, output.columns()),
                    new PixelBox(output.top(), output.left(), output.rows(), output.columns() + 1))) {
                assertNotEquals(window, window.union(resampling.inputOf(larger)));
            }
            assertEquals(PixelBox.NONE, resampling.outputOf(PixelBox.NONE));
        }
    }

    @Test
    void nothingNeedsNothing() {
        Resampling resampling = new Resampling(Resampling.Axis.to(90, 0.63, 1), Resampling.Axis.to(61, 0.63, 1));
        assertEquals(PixelBox.NONE, resampling.inputOf(PixelBox.NONE));
        assertTrue(resampling.inputOf(new PixelBox(3, 3, 1, 1)).rows() >= 2);
    }

    private static float[] cut(float[] plane, int columns, PixelBox window) {
        float[] cut = new float[window.rows() * window.columns()];
        for (int row = 0; row < window.rows(); row++) {
            System.arraycopy(plane, (window.top() + row) * columns + window.left(), cut, row * window.columns(), window.columns());
        }
        return cut;
    }
}
