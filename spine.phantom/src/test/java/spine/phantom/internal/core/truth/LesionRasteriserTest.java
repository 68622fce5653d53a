package spine.phantom.internal.core.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.standard.study.PhantomStudy;
import spine.phantom.internal.standard.study.Seeds;

class LesionRasteriserTest {
    @Test
    void geometryAndRenderedLabelsAgree() {
        PhantomStudy study = Seeds.first(s -> s.protocol().pixel() > 1 && s.grids().size() == 2 && s.lesions().inflamed().size() > 4
                && new TruthScore(s).score().units().stream().anyMatch(unit -> unit.score() > 6));
        List<Scan> scans = study.stir();
        int pixels = 0;
        for (Scan scan : scans) {
            Grid grid = scan.grid();
            LesionRasteriser raster = new LesionRasteriser(study.spine(), study.lesions(), grid, study.signal());
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
