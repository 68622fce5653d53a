package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import spine.anatomy.internal.classmap.TissueMap;
import spine.anatomy.internal.geometry.FrameFitter;
import spine.anatomy.internal.geometry.PointCloud;
import spine.anatomy.internal.geometry.SpinalCanal;
import spine.anatomy.internal.geometry.StructurePainter;
import spine.anatomy.internal.labelling.LabelAssignment;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Levels;
import spine.anatomy.internal.tracing.Morphometry;
import spine.anatomy.internal.tracing.VertebralChain;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;

/** Measures a labelled chain: the anatomy of its stack. */
final class StackAnatomyBuilder {
    private final VertebralChain chain;
    private final int[] level;
    private final double[] confidence;
    private final Levels levels;
    private final double scale;

    /** @param offset index of the first body of the chain in the assignment */
    StackAnatomyBuilder(VertebralChain chain, LabelAssignment assignment, int offset) {
        int n = chain.bodies().size();
        level = Arrays.copyOfRange(assignment.level(), offset, offset + n);
        confidence = Arrays.copyOfRange(assignment.confidence(), offset, offset + n);
        levels = assignment.levels();
        scale = assignment.scale();
        this.chain = chain.placed(level, levels, scale);
    }

    /** The anatomy of a stack without a chain. */
    static StackAnatomy empty(TissueMap map) {
        int pixels = map.stack().rows() * map.stack().columns();
        int slices = map.stack().slices().size();
        return new StackAnatomy(new byte[slices][pixels], new byte[slices][pixels], List.of(), List.of());
    }

    StackAnatomy build() {
        int n = level.length;
        byte[] codes = new byte[2 * n];
        for (int b = 0; b < n; b++) {
            if (level[b] >= 0 && chain.bodies().get(b).present()) {
                codes[2 * b] = StackAnatomy.bodyCode(levels.at(level[b]));
            }
            if (hasDisc(b)) {
                codes[2 * b + 1] = StackAnatomy.discCode(discLevel(b));
            }
        }
        SpinalCanal canal = new SpinalCanal(chain.map(), chain.line());
        byte[][] structures = new StructurePainter(chain, codes, scale * Morphometry.C2_HEIGHT).paint(level[0] == 0);
        PointCloud[] points = PointCloud.byCode(chain.map().stack(), structures, Vertebra.values().length + 1);
        FrameFitter fitter = new FrameFitter(chain, canal, scale);
        VertebralBody[] frames = IntStream.range(0, n).parallel()
                .mapToObj(b -> codes[2 * b] == 0 || points[codes[2 * b]] == null ? null
                        : fitter.fit(b, levels.at(level[b]), points[codes[2 * b]], confidence[b])).toArray(VertebralBody[]::new);
        List<VertebralBody> bodies = Arrays.stream(frames).filter(Objects::nonNull).toList();
        List<Disc> discs = new ArrayList<>();
        for (int b = 0; b < n - 1; b++) {
            if (hasDisc(b) && (chain.boundaries().get(b).seen() || frames[b] != null && frames[b + 1] != null)) {
                discs.add(disc(b, frames[b], frames[b + 1]));
            }
        }
        return new StackAnatomy(structures, canal.mask(), bodies, discs);
    }

    /** Whether body b and the next one are neighbours by their labels. */
    private boolean hasDisc(int b) {
        return b < level.length - 1 && level[b] >= 0 && level[b + 1] == level[b] + 1;
    }

    private DiscLevel discLevel(int b) {
        return new DiscLevel(levels.at(level[b]), levels.at(level[b + 1]));
    }

    /** The disc below body b; where none was seen, midway between the endplates, with half the confidence. */
    private Disc disc(int b, VertebralBody above, VertebralBody below) {
        Boundary boundary = chain.boundaries().get(b);
        double confident = Math.min(confidence[b], confidence[b + 1]);
        if (boundary.seen()) {
            return new Disc(discLevel(b), boundary.centre(), boundary.heightMm(), confident);
        }
        double gap = below.upper().centre().distance(above.lower().centre());
        return new Disc(discLevel(b), below.upper().centre().plus(above.lower().centre()).times(0.5), gap, confident / 2);
    }
}
