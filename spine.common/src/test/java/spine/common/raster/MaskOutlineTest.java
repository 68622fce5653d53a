package spine.common.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskOutlineTest {

    @Test
    void onePixelIsADiamondAroundItsMiddle() {
        List<List<MaskOutline.Point>> loops = MaskOutline.of(3, 3, pixel -> pixel == 4);
        assertEquals(List.of(List.of(new MaskOutline.Point(1.5, 1), new MaskOutline.Point(2, 1.5), new MaskOutline.Point(1.5, 2),
                new MaskOutline.Point(1, 1.5))), loops);
    }

    @Test
    void aHoleHasItsOwnLoop() {
        assertEquals(2, MaskOutline.of(3, 3, pixel -> pixel != 4).size());
    }

    @Test
    void aLabelHasTheOutlineOfItsPixels() {
        byte[] labels = {0, 2, 1, 0,
                         0, 1, 1, 1,
                         2, 0, 1, 0};
        assertEquals(MaskOutline.of(3, 4, pixel -> labels[pixel] == 1), MaskOutline.of(4, labels, (byte) 1));
        assertEquals(2, MaskOutline.of(4, labels, (byte) 2).size());
        assertEquals(List.of(), MaskOutline.of(4, labels, (byte) 3));
    }

    @Test
    void anEmptyMaskHasNone() {
        assertEquals(List.of(), MaskOutline.of(3, 3, pixel -> false));
    }
}
