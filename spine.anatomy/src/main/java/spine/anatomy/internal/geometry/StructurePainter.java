package spine.anatomy.internal.geometry;

import java.util.stream.IntStream;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.VoxelCloud;
import spine.anatomy.internal.classmap.VoxelGroups;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.VertebralChain;

/**
 * Paints the labelled bodies and discs of one chain into code images and cleans them: stray pieces and threads are removed, holes
 * and small bays (bright lesions make them) are filled, but never with canal or with what another structure owns.
 */
public final class StructurePainter {
    /** Radius of the closing of a body. Origin: first version. */
    private static final double BODY_CLOSING_MM = 2.2;
    /** Radius of the opening of a body. Origin: first version. */
    private static final double BODY_OPENING_MM = 1.9;
    /** Radius of the closing of a disc. Origin: first version. */
    private static final double DISC_CLOSING_MM = 1.0;
    /** What lies so near to the opened body comes back. Origin: first version. */
    private static final double REGROWTH_MM = 1.6;
    /** Height of a disc that was not seen, in pitches. Origin: first version. */
    private static final double UNSEEN_DISC = 0.3;

    private final VertebralChain chain;
    private final byte[] codes;
    private final double densBase;
    private final byte[][] structures;
    private final int rows;
    private final int columns;

    /**
     * @param codes code of every element of the chain (2k body k, 2k + 1 disc k), 0 for one without a label
     * @param c2HeightMm height of C2 below the base of the dens
     */
    public StructurePainter(VertebralChain chain, byte[] codes, double c2HeightMm) {
        this.chain = chain;
        this.codes = codes;
        Boundary first = chain.boundaries().get(0);
        this.densBase = c2HeightMm + (first.seen() ? first.heightMm() : UNSEEN_DISC * first.pitchMm()) / 2;
        this.rows = chain.map().stack().rows();
        this.columns = chain.map().stack().columns();
        this.structures = new byte[chain.map().tissue().length][rows * columns];
    }

    /** @param c2 whether the first body is C2, of which the dens is cut off */
    public byte[][] paint(boolean c2) {
        VoxelCloud cloud = chain.cloud();
        int[] owner = new int[cloud.size()];
        for (int i = 0; i < owner.length; i++) {
            int e = chain.elementOf(i);
            boolean dens = c2 && e == 0 && -chain.boundaries().get(0).below(cloud.x(i), cloud.y(i), cloud.z(i)) > densBase;
            owner[i] = e < 0 || codes[e] == 0 || dens ? -1 : e;
            if (owner[i] >= 0) {
                structures[cloud.slice(i)][cloud.pixel(i)] = codes[e];
            }
        }
        int[][] members = VoxelGroups.of(owner, codes.length);
        // Each is cleaned for itself; only painting depends on what is there already.
        IntStream.range(0, members.length).filter(e -> members[e].length > 0).parallel().mapToObj(e -> clean(e, members[e])).toList()
                .forEach(cleaned -> cleaned.paint(c2 && cleaned.element == 0));
        return structures;
    }

    private Cleaned clean(int e, int[] members) {
        StructureMask mask = new StructureMask(members, chain.cloud(), columns, rows);
        boolean[][] before = new boolean[mask.in.length][];
        for (int s = 0; s < before.length; s++) {
            before[s] = mask.in[s].clone();
        }
        mask.dropSmallComponents();
        var plane = chain.map().stack().plane();
        ChamferDistance distance = new ChamferDistance(mask.width, mask.height, plane.columnSpacing(), plane.rowSpacing());
        boolean[][] shapes = new boolean[mask.in.length][];
        for (int s = 0; s < mask.in.length; s++) {
            boolean[] shape = mask.in[s];
            shape = distance.closed(shape, e % 2 == 0 ? BODY_CLOSING_MM : DISC_CLOSING_MM);
            shape = StructureMask.filled(shape, mask.width, mask.height);
            if (e % 2 == 0) {
                boolean[] opened = distance.opened(shape, BODY_OPENING_MM, REGROWTH_MM);
                shape = empty(opened) ? shape : opened;
            }
            shapes[s] = shape;
        }
        return new Cleaned(e, mask, before, shapes);
    }

    /** An element and its shape by slice, before and after. */
    private final class Cleaned {
        private final int element;
        private final StructureMask mask;
        private final boolean[][] before;
        private final boolean[][] shapes;

        Cleaned(int element, StructureMask mask, boolean[][] before, boolean[][] shapes) {
            this.element = element;
            this.mask = mask;
            this.before = before;
            this.shapes = shapes;
        }

        void paint(boolean flatTop) {
            for (int s = 0; s < shapes.length; s++) {
                StructurePainter.this.paint(mask, s, before[s], shapes[s], codes[element], flatTop);
            }
        }
    }

    private static boolean empty(boolean[] mask) {
        for (boolean in : mask) {
            if (in) {
                return false;
            }
        }
        return true;
    }

    private void paint(StructureMask mask, int s, boolean[] before, boolean[] shape, byte code, boolean flatTop) {
        int slice = s + mask.firstSlice;
        byte[] image = structures[slice];
        byte[] tissue = chain.map().tissue()[slice];
        var plane = chain.map().stack().slices().get(slice).plane();
        for (int i = 0; i < shape.length; i++) {
            if (before[i] == shape[i]) {
                continue;
            }
            int column = mask.left + i % mask.width;
            int row = mask.top + i / mask.width;
            int pixel = row * columns + column;
            if (!shape[i]) {
                image[pixel] = 0;
            } else if (image[pixel] == 0 && tissue[pixel] != TissueClass.CANAL) {
                var point = flatTop ? plane.toPatient(column, row) : null;
                boolean dens = flatTop && -chain.boundaries().get(0).below(point.x(), point.y(), point.z()) > densBase;
                image[pixel] = dens ? 0 : code;
            }
        }
    }
}
