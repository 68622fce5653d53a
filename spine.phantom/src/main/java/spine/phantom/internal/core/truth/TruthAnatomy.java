package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;
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
        return new SpineAnatomy(stacks, UnitCoverage.units(spine, scans.stream().map(Scan::grid).toList()), List.of());
    }

    private static StackAnatomy stack(SpineGeometry spine, Scan scan) {
        int slices = scan.anatomy().length;
        byte[][] structures = new byte[slices][];
        byte[][] canal = new byte[slices][];
        for (int s = 0; s < slices; s++) {
            byte[] anatomy = scan.anatomy()[s];
            structures[s] = new byte[anatomy.length];
            canal[s] = new byte[anatomy.length];
            for (int i = 0; i < anatomy.length; i++) {
                structures[s][i] = code(anatomy[i], scan.level()[s][i]);
                canal[s][i] = (byte) (anatomy[i] == AnatomyClasses.CANAL ? 1 : 0);
            }
        }
        Vec3 moved = scan.grid().moved();
        List<VertebralBody> bodies = new ArrayList<>();
        for (Vertebra level : Vertebra.values()) {
            if (UnitCoverage.margin(scan.grid(), spine.vertebra(level.ordinal()).frame().centre()) > 0) {
                bodies.add(body(level, spine.vertebra(level.ordinal()), moved));
            }
        }
        List<Disc> discs = new ArrayList<>();
        for (DiscLevel level : DiscLevel.ALL) {
            Vec3 centre = spine.discCentre(level.index());
            if (UnitCoverage.margin(scan.grid(), centre) > 0) {
                discs.add(new Disc(level, centre.plus(moved), spine.discHeight(level.index()), 1));
            }
        }
        return new StackAnatomy(structures, canal, bodies, discs);
    }

    private static byte code(int anatomy, int level) {
        if (level < 0 || anatomy == 0 || anatomy == AnatomyClasses.CANAL) {
            return 0;
        }
        if (anatomy == AnatomyClasses.DISC) {
            return StackAnatomy.discCode(DiscLevel.ALL.get(level));
        }
        return level < Vertebra.values().length ? StackAnatomy.bodyCode(Vertebra.values()[level]) : 0;
    }

    private static VertebralBody body(Vertebra level, BodyGeometry body, Vec3 moved) {
        Frame frame = body.frame();
        Endplate upper = new Endplate(body.endplate(true).plus(moved), frame.cranial());
        Endplate lower = new Endplate(body.endplate(false).plus(moved), frame.cranial().times(-1));
        return new VertebralBody(level, frame.centre().plus(moved), frame.cranial(), frame.anterior(), upper, lower, body.height(),
                2 * body.halfDepth(), 1);
    }
}
