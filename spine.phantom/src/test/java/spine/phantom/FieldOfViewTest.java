package spine.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.study.PhantomStudy;

class FieldOfViewTest {

    @Test
    void aShorterViewLiesInsideTheGrid() {
        int shorter = 0;
        for (long seed = 0; seed < 60; seed++) {
            PhantomStudy study = new PhantomStudy(seed);
            for (Grid grid : study.grids()) {
                Grid view = FieldOfView.of(study.spine(), grid, new SeededRandom(seed).child("test"));
                if (view.rows() == grid.rows()) {
                    assertSame(grid, view);
                    continue;
                }
                shorter++;
                SlicePlane whole = grid.planes().get(2);
                SlicePlane part = view.planes().get(2);
                double top = whole.rowOf(part.origin());
                assertEquals(Math.rint(top), top, 1e-6, "whole rows");
                assertTrue(top >= -1e-6 && top + view.rows() <= grid.rows() + 1e-6, "seed " + seed + " leaves the grid");
                assertEquals(0, whole.columnOf(part.origin()), 1e-6);
                assertEquals(grid.columns(), view.columns());
            }
        }
        assertTrue(shorter > 10, "only " + shorter);
    }

    @Test
    void someViewsEndInTheMiddleOfTheLumbosacralJunction() {
        int close = 0;
        for (long seed = 0; seed < 200; seed++) {
            PhantomStudy study = new PhantomStudy(seed);
            Grid lowest = study.grids().get(study.grids().size() - 1);
            Grid view = FieldOfView.of(study.spine(), lowest, new SeededRandom(seed).child("test"));
            Vec3 disc = study.spine().discCentre(Levels.L5);
            SlicePlane plane = view.planes().get(0);
            double left = (view.rows() - plane.rowOf(disc)) * plane.rowSpacing();
            close += left > 0 && left < 40 ? 1 : 0;
        }
        assertTrue(close > 15, "only " + close + " of 200 end within 40 mm below L5/S1");
    }
}
