package spine.phantom.internal.standard.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import spine.api.model.ModelRole;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.SpinEchoSequence;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.standard.receive.ReceiveChain;
import spine.phantom.internal.standard.study.PhantomStudy;
import spine.phantom.internal.standard.study.Seeds;
import spine.phantom.internal.standard.tissue.SignalModel;

class RasteriserTest {

    private static RasterisedSlice middle(PhantomStudy study, int station) {
        Grid grid = study.grids().get(station);
        Rasteriser rasteriser = new Rasteriser(study.patient(), study.protocol().signals(), new TissueTexture(new SeededRandom(1)));
        return rasteriser.slice(grid, grid.planes().size() / 2);
    }

    @Test
    void everyLevelIsOnTheMiddleSlicesOfAStraightSpine() {
        PhantomStudy study = Seeds.first(RasteriserTest::straight);
        TreeSet<Integer> bodies = new TreeSet<>();
        TreeSet<Integer> discs = new TreeSet<>();
        int disc = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.DISC);
        int canal = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.CANAL);
        for (int station = 0; station < study.grids().size(); station++) {
            RasterisedSlice layers = middle(study, station);
            for (int i = 0; i < layers.anatomy.length; i++) {
                if (layers.anatomy[i] != 0 && layers.anatomy[i] != canal) {
                    assertTrue(layers.level[i] >= 0, "a body or disc pixel without level");
                    (layers.anatomy[i] == disc ? discs : bodies).add((int) layers.level[i]);
                }
            }
        }
        for (int i = 0; i < Levels.UNITS; i++) {
            assertTrue(discs.contains(i), "no disc " + Levels.unit(i));
            assertTrue(bodies.contains(i), "no body " + Levels.vertebra(i));
        }
        assertTrue(bodies.contains(Levels.S1), "no S1");
    }

    /** Whether the whole spine stays close to the middle slices. */
    private static boolean straight(PhantomStudy study) {
        for (int i = 0; i <= Levels.S1; i++) {
            spine.api.image.Vec3 centre = study.patient().spine().vertebra(i).frame().centre();
            double nearest = 1000;
            for (Grid grid : study.grids()) {
                spine.api.image.SlicePlane plane = grid.planes().get(grid.planes().size() / 2);
                double row = plane.rowOf(centre);
                if (row > 30 && row < grid.rows() - 30) {
                    nearest = Math.min(nearest, Math.abs(plane.distanceOf(centre)));
                }
            }
            if (nearest > 4) {
                return false;
            }
        }
        return true;
    }

    @Test
    void fluidIsBrightMarrowDarkAndCordBetween() {
        PhantomStudy study = new PhantomStudy(4);
        SignalModel signals = new SignalModel(new SpinEchoSequence(4000, 60, 220), 3, 320);
        NoiselessSignal clean = new NoiselessSignal(study.patient(), signals);
        spine.api.image.Vec3 body = study.patient().spine().vertebra(12).frame().toPatient(2, 4, 5);
        double marrow = Math.abs(clean.at(body.x(), body.y(), body.z()));
        assertTrue(marrow < 0.35, "marrow " + marrow);
        assertTrue(clean.fluid(12) > 0.5 && clean.fluid(12) < 1.01, "fluid " + clean.fluid(12));
    }

    @Test
    void sameSeedSameBytes() {
        PhantomStudy study = new PhantomStudy(11);
        RasterisedSlice layers = middle(study, 0);
        RasterisedSlice again = middle(new PhantomStudy(11), 0);
        assertArrayEquals(layers.water, again.water);
        assertArrayEquals(layers.anatomy, again.anatomy);
        Grid grid = study.grids().get(0);
        float[] image = receiveChain(grid, study).image(layers, 3);
        assertArrayEquals(image, receiveChain(grid, study).image(again, 3));
        long sum = 0;
        for (float pixel : image) {
            assertEquals(Math.rint(pixel), pixel, "pixels are whole numbers");
            sum += (long) pixel;
        }
        assertTrue(sum > 0);
    }

    private static ReceiveChain receiveChain(Grid grid, PhantomStudy study) {
        return new ReceiveChain(study.patient().spine(), grid, true, study.protocol().signals(),
                TimePoint.FIRST.session(new SeededRandom(5)), new SeededRandom(6));
    }
}
