package spine.phantom.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.phantom.internal.scan.Grid;
import spine.phantom.internal.scan.Scan;
import spine.phantom.internal.study.PhantomStudy;

class LesionRasterTest {
    /** Small images, five inflamed vertebrae. */
    private static final long INFLAMED = 50;

    @Test
    void geometryAndRenderedLabelsAgree() {
        PhantomStudy study = new PhantomStudy(INFLAMED);
        List<Scan> scans = study.stir();
        int pixels = 0;
        for (Scan scan : scans) {
            Grid grid = scan.grid();
            LesionRaster raster = new LesionRaster(study.spine(), study.lesions(), grid, study.signal());
            for (int slice = 0; slice < grid.planes().size(); slice++) {
                boolean[] marked = new boolean[grid.rows() * grid.columns()];
                for (LesionPixels body : raster.slice(slice)) {
                    for (int pixel : body.pixel()) {
                        marked[pixel] = true;
                    }
                }
                for (int i = 0; i < marked.length; i++) {
                    assertEquals(marked[i] ? 1 : 0, scan.oedema()[slice][i], "slice " + slice + " pixel " + i);
                    pixels += marked[i] ? 1 : 0;
                    assertTrue(!marked[i] || scan.anatomy()[slice][i] != 0, "a lesion outside every structure");
                }
            }
        }
        assertTrue(pixels > 50, "only " + pixels + " pixels");
    }
}
