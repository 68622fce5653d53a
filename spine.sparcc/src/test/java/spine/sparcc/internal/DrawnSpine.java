package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;
import spine.api.score.ScoringInput;

/**
 * T4 to T7 as boxes on 1 mm pixels: 16 rows high, 4 rows of disc between them, columns 10 (front) to 29; the body of T5
 * has the rows 20 to 35. The canal has the columns 34 to 45, half cord, half fluid.
 */
final class DrawnSpine {
    /** The defaults. */
    static final SparccRules RULES = new SparccRules(6, 10, 0.8, 90, WindowPolicy.PER_UNIT, 6);
    static final float MARROW = 10;
    static final float CORD = 30;
    static final float FLUID = 100;
    private static final int ROWS = 80;
    private static final int COLUMNS = 50;
    private static final List<Vertebra> BODIES = List.of(Vertebra.T4, Vertebra.T5, Vertebra.T6, Vertebra.T7);

    private final byte[][] lesion;
    private final byte[][] structures;
    private final byte[][] canal;
    private final float[][] pixels;

    DrawnSpine(int slices) {
        lesion = new byte[slices][ROWS * COLUMNS];
        structures = new byte[slices][ROWS * COLUMNS];
        canal = new byte[slices][ROWS * COLUMNS];
        pixels = new float[slices][ROWS * COLUMNS];
        for (int slice = 0; slice < slices; slice++) {
            Arrays.fill(pixels[slice], MARROW);
            for (int b = 0; b < BODIES.size(); b++) {
                fill(structures[slice], 20 * b, 20 * b + 15, 10, 29, StackAnatomy.bodyCode(BODIES.get(b)));
            }
            fill(canal[slice], 0, ROWS - 1, 34, 45, (byte) 1);
            for (int row = 0; row < ROWS; row++) {
                Arrays.fill(pixels[slice], row * COLUMNS + 34, row * COLUMNS + 40, CORD);
                Arrays.fill(pixels[slice], row * COLUMNS + 40, row * COLUMNS + 46, FLUID);
            }
        }
    }

    /** Draws a lesion; bounds are inclusive. */
    DrawnSpine lesion(int slice, int firstRow, int lastRow, int firstColumn, int lastColumn, float signal) {
        fill(lesion[slice], firstRow, lastRow, firstColumn, lastColumn, (byte) 1);
        for (int row = firstRow; row <= lastRow; row++) {
            Arrays.fill(pixels[slice], row * COLUMNS + firstColumn, row * COLUMNS + lastColumn + 1, signal);
        }
        return this;
    }

    /** Makes the signal fall to half from head to foot, as at the end of a coil. */
    DrawnSpine shadedTowardsTheFeet() {
        for (float[] slice : pixels) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] *= 1 - 0.5f * (i / COLUMNS) / ROWS;
            }
        }
        return this;
    }

    /** Lets the slice show half of its fluid, as one that grazes the canal does. */
    DrawnSpine dimmedCanal(int slice) {
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(pixels[slice], row * COLUMNS + 34, row * COLUMNS + 46, FLUID / 2);
        }
        return this;
    }

    DrawnSpine withoutCanal(int slice) {
        canal[slice] = new byte[ROWS * COLUMNS];
        return this;
    }

    ScoringInput input() {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < pixels.length; i++) {
            SlicePlane plane = new SlicePlane(new Vec3(-4 * i, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            slices.add(new Slice("slice" + i, "1.2.840.10008.5.1.4.1.1.4", plane, ROWS, COLUMNS, pixels[i], Optional.empty()));
        }
        Acquisition acquisition = new Acquisition(4000, 60, 220, 3, 4, "");
        Study study = new Study("study", List.of(new SliceStack("series", "", "", acquisition, slices)), List.of());
        StackAnatomy stack = new StackAnatomy(structures, canal, bodies(), List.of());
        return new ScoringInput(study, new SpineAnatomy(List.of(stack), units(), List.of()), List.of(new LesionMap(lesion)));
    }

    private List<VertebralBody> bodies() {
        List<VertebralBody> bodies = new ArrayList<>();
        Vec3 cranial = new Vec3(0, 0, 1);
        double x = -4 * (pixels.length - 1) / 2.0;
        for (int b = 0; b < BODIES.size(); b++) {
            double top = 0.5 - 20 * b;
            bodies.add(new VertebralBody(BODIES.get(b), new Vec3(x, 19.5, top - 8), cranial, new Vec3(0, -1, 0),
                    new Endplate(new Vec3(x, 19.5, top), cranial),
                    new Endplate(new Vec3(x, 19.5, top - 16), cranial.times(-1)), 16, 20, 1));
        }
        return bodies;
    }

    private static List<DiscovertebralUnit> units() {
        Set<Vertebra> upper = Set.of(Vertebra.T4, Vertebra.T5, Vertebra.T6);
        return DiscLevel.ALL.stream().map(level -> upper.contains(level.upper())
                ? new DiscovertebralUnit(level, true, 0, 1) : DiscovertebralUnit.absent(level)).toList();
    }

    private static void fill(byte[] mask, int firstRow, int lastRow, int firstColumn, int lastColumn, byte value) {
        for (int row = firstRow; row <= lastRow; row++) {
            Arrays.fill(mask, row * COLUMNS + firstColumn, row * COLUMNS + lastColumn + 1, value);
        }
    }
}
