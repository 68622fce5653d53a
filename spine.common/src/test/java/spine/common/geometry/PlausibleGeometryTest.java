package spine.common.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibleGeometryTest {

    @Test
    void whatScannersMeasureIsPlausible() {
        assertEquals(Optional.empty(), PlausibleGeometry.ofImage(448, 448, 0.8, 0.8, 40, -150, 700));
        assertEquals(Optional.empty(), PlausibleGeometry.ofImage(1600, 400, 1.25, 1.25, 0, -250, 2000), "a whole body");
        assertEquals(Optional.empty(), PlausibleGeometry.ofStack(15, 4.4, 0.8, 0.8));
        assertEquals(Optional.empty(), PlausibleGeometry.ofStack(192, 0.9, 0.9, 0.9), "three-dimensional");
        assertEquals(Optional.empty(), PlausibleGeometry.ofStack(1, Double.NaN, 0.5, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"448, 448, 10, 10, 0", "448, 448, 1000, 1000, 0", "448, 448, 3, 3, 0", "65535, 64, 0.5, 0.5, 0", "448, 448, 0.8, 0.8, 1e7",
        "448, 448, 0.8, 0.8, -20000", "448, 448, 1e300, 1e300, 0"})
    void implausibleImages(int rows, int columns, double rowSpacing, double columnSpacing, double place) {
        assertTrue(PlausibleGeometry.ofImage(rows, columns, rowSpacing, columnSpacing, 0, place, 0).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"15, 66, 0.8, 0.8", "15, 0.1, 0.8, 0.8", "15, NaN, 0.8, 0.8", "401, 1, 0.8, 0.8", "15, 4, 10, 0.8", "15, 4, 0.8, 0.01",
        "15, 4, 1e-9, 1e-9", "200, 6, 0.8, 0.8"})
    void implausibleStacks(int slices, double distance, double rowSpacing, double columnSpacing) {
        assertTrue(PlausibleGeometry.ofStack(slices, distance, rowSpacing, columnSpacing).isPresent());
    }
}
