package spine.api.score;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * One unit on the stack it is scored on: which pixels are its marrow, which of these are oedema, and which slices show
 * the spinal canal. Most indices begin with it. Read only; safe for use by many threads.
 */
public final class UnitView {
    /** A canal that is narrower than this from front to back, on average, is only grazed. */
    private static final double NARROWEST_CANAL_MM = 5;
    /** No canal begins further behind its body than this, mm. */
    private static final double BEHIND_MM = 20;

    private final DiscovertebralUnit unit;
    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final LesionMap lesions;
    private final List<HalfBody> halves;

    private UnitView(DiscovertebralUnit unit, SliceStack stack, StackAnatomy anatomy, LesionMap lesions) {
        this.unit = unit;
        this.stack = stack;
        this.anatomy = anatomy;
        this.lesions = lesions;
        this.halves = HalfBody.of(unit.level(), anatomy);
    }

    /** @return empty if the unit is not present or neither of its bodies was found in its stack */
    public static Optional<UnitView> of(ScoringInput input, DiscovertebralUnit unit) {
        if (!unit.present()) {
            return Optional.empty();
        }
        UnitView view = new UnitView(unit, input.study().stacks().get(unit.stack()),
                input.anatomy().stacks().get(unit.stack()), input.lesions().get(unit.stack()));
        return Optional.of(view).filter(seen -> !seen.halves.isEmpty());
    }

    public DiscovertebralUnit unit() {
        return unit;
    }

    /** From head to foot: two, or one if the other body was not found. */
    public List<HalfBody> halves() {
        return halves;
    }

    /** Number of slices of the stack. */
    public int slices() {
        return stack.slices().size();
    }

    public Slice slice(int index) {
        return stack.slices().get(index);
    }

    /** The pixels {@code row * columns + column} of the half's marrow on the slice, ascending; may be none. */
    public int[] marrow(HalfBody half, int slice) {
        byte[] structures = anatomy.structures()[slice];
        byte code = half.code();
        return near(half, slice, pixel -> structures[pixel] == code);
    }

    /** Those of {@link #marrow} that are oedema. */
    public int[] oedema(HalfBody half, int slice) {
        byte[] lesion = lesions.lesion()[slice];
        byte[] structures = anatomy.structures()[slice];
        byte code = half.code();
        return near(half, slice, pixel -> lesion[pixel] != 0 && structures[pixel] == code);
    }

    /** Where the centre of a pixel lies, patient LPS mm. */
    public Vec3 point(int slice, int pixel) {
        Slice image = slice(slice);
        return image.plane().toPatient(pixel % image.columns(), pixel / image.columns());
    }

    /** Area of that many pixels of the slice, mm2. */
    public double area(int slice, int pixels) {
        return pixels * slice(slice).plane().pixelArea();
    }

    /**
     * Whether the slice shows the spinal canal at the height where the pedicles of the unit's lower vertebra stand, the
     * upper half of its body (CANDEN, Krabbe et al., RMD Open 2019;5:e001057): such a slice is central, any other lateral.
     * The pedicles themselves are not segmented. Without the lower vertebra the half of the upper one is looked at.
     */
    public boolean showsCanal(int slice) {
        HalfBody half = halves.get(halves.size() - 1);
        byte[] canal = anatomy.canal()[slice];
        int seen = near(half, slice, pixel -> canal[pixel] != 0 && half.endplate().depthOf(point(slice, pixel)) >= 0).length;
        return area(slice, seen) >= NARROWEST_CANAL_MM * half.body().heightMm() / 2;
    }

    /** Pixels on the half's side of the middle of its body, not further away than the canal behind it; ascending. */
    private int[] near(HalfBody half, int slice, IntPredicate wanted) {
        Slice image = slice(slice);
        VertebralBody body = half.body();
        double reach = body.heightMm() + body.depthMm() + BEHIND_MM;
        int rows = (int) Math.ceil(reach / image.plane().rowSpacing());
        int columns = (int) Math.ceil(reach / image.plane().columnSpacing());
        int row = (int) Math.round(image.plane().rowOf(body.centre()));
        int column = (int) Math.round(image.plane().columnOf(body.centre()));
        IntStream.Builder found = IntStream.builder();
        for (int r = Math.max(0, row - rows); r < Math.min(image.rows(), row + rows + 1); r++) {
            for (int c = Math.max(0, column - columns); c < Math.min(image.columns(), column + columns + 1); c++) {
                int pixel = r * image.columns() + c;
                if (wanted.test(pixel) && half.contains(point(slice, pixel))) {
                    found.add(pixel);
                }
            }
        }
        return found.build().toArray();
    }
}
