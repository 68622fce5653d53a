package spine.api.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SlicePlaneTest {
    /** A sagittal plane: columns to the back, rows to the feet. */
    private final SlicePlane plane =
            new SlicePlane(new Vec3(5, -100, 200), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 0.5, 0.8);

    @Test
    void pixelsAndPatientPositionsAgree() {
        Vec3 point = plane.toPatient(10, 20);
        assertEquals(new Vec3(5, -95, 184), point);
        assertEquals(10, plane.columnOf(point), 1e-12);
        assertEquals(20, plane.rowOf(point), 1e-12);
    }

    @Test
    void normalOfASagittalPlanePointsToThePatientsRight() {
        assertEquals(-1, plane.normal().x(), 1e-12);
        assertEquals(3, plane.distanceOf(new Vec3(2, 0, 0)), 1e-12);
    }

    @Test
    void spacingMustBePositive() {
        assertThrows(IllegalArgumentException.class,
                () -> new SlicePlane(plane.origin(), plane.alongRow(), plane.alongColumn(), 0, 1));
    }
}
