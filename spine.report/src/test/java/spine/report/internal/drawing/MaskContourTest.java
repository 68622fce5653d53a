package spine.report.internal.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spine.common.raster.MaskOutline;

class MaskContourTest {

    @Test
    void onePixelIsADiamond() {
        assertEquals("M1.5 1L2 1.5L1.5 2L1 1.5Z", path("...", ".x.", "..."));
    }

    @Test
    void straightSidesAreOneLine() {
        assertEquals("M0.5 0L3.5 0L4 0.5L3.5 1L0.5 1L0 0.5Z", path("xxxx"));
    }

    @Test
    void aHoleHasItsOwnLoop() {
        assertEquals(2, path("xxx", "x.x", "xxx").split("Z").length);
    }

    @Test
    void pixelsThatTouchAcrossACornerStayApart() {
        assertEquals(2, path("x.", ".x").split("Z").length);
    }

    @Test
    void anEmptyMaskHasNoOutline() {
        assertEquals("", path("...", "..."));
    }

    private static String path(String... rows) {
        String all = String.join("", rows);
        return MaskContour.path(MaskOutline.of(rows.length, rows[0].length(), pixel -> all.charAt(pixel) == 'x'));
    }
}
