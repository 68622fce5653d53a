package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.geometry.BodyGeometry;
import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.core.geometry.SpineGeometry;
import spine.phantom.internal.core.scan.Scan;

/** The labelled spine of a synthetic study in the form that the platform's anatomy localiser returns, without error. */
final class TruthAnatomy {
    private TruthAnatomy() {
    }

    static SpineAnatomy of(SpineGeometry spine, List<Scan> scans) {
        List<StackAnatomy> stacks = scans.stream().map(scan -> stack(spine, scan)).toList();
        return new SpineAnatomy(stacks, spine.variant(), UnitCoverage.units(spine, scans.stream().map(Scan::grid).toList()), 1,
                Optional.empty(), List.of(), List.of());
    }

    private static StackAnatomy stack(SpineGeometry spine, Scan scan) {
        List<Vertebra> vertebrae = spine.variant().vertebrae();
        List<DiscLevel> levels = spine.variant().units();
        int slices = scan.anatomy().length;
        byte[][] structures = new byte[slices][];
        byte[][] canal = new byte[slices][];
        for (int s = 0; s < slices; s++) {
            byte[] anatomy = scan.anatomy()[s];
            structures[s] = new byte[anatomy.length];
            canal[s] = new byte[anatomy.length];
            for (int i = 0; i < anatomy.length; i++) {
                structures[s][i] = code(anatomy[i], scan.level()[s][i], vertebrae, levels);
                canal[s][i] = (byte) (anatomy[i] == AnatomyClasses.CANAL ? 1 : 0);
            }
        }
        Vec3 moved = scan.grid().moved();
        List<VertebralBody> bodies = new ArrayList<>();
        for (int i = 0; i < vertebrae.size(); i++) {
            if (UnitCoverage.margin(scan.grid(), spine.vertebra(i).frame().centre()) > 0) {
                bodies.add(body(vertebrae.get(i), spine.vertebra(i), moved));
            }
        }
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Vec3 centre = spine.discCentre(i);
            if (UnitCoverage.margin(scan.grid(), centre) > 0) {
                discs.add(new Disc(levels.get(i), centre.plus(moved), spine.discHeight(i), 1));
            }
        }
        return new StackAnatomy(structures, canal, bodies, discs);
    }

    private static byte code(int anatomy, int level, List<Vertebra> vertebrae, List<DiscLevel> levels) {
        if (level < 0 || anatomy == 0 || anatomy == AnatomyClasses.CANAL) {
            return 0;
        }
        if (anatomy == AnatomyClasses.DISC) {
            return StackAnatomy.discCode(levels.get(level));
        }
        return level < vertebrae.size() ? StackAnatomy.bodyCode(vertebrae.get(level)) : 0;
    }

    private static VertebralBody body(Vertebra level, BodyGeometry body, Vec3 moved) {
        Frame frame = body.frame();
        Endplate upper = new Endplate(body.endplate(true).plus(moved), frame.cranial());
        Endplate lower = new Endplate(body.endplate(false).plus(moved), frame.cranial().times(-1));
        return new VertebralBody(level, frame.centre().plus(moved), frame.cranial(), frame.anterior(), upper, lower, body.height(),
                2 * body.halfDepth(), 1);
    }
}
