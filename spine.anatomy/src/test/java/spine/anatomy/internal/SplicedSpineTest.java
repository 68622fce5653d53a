package spine.anatomy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.ClassProbabilities;
import spine.api.image.LabelMap;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;
import spine.phantom.PhantomCases;

/** The maps of a synthetic patient with one vertebra doubled, or cut out, along the discs above and below it. */
class SplicedSpineTest {
    private static final List<AnnotatedStack> PATIENT = new PhantomCases(1, 61).patient(0, ModelRole.ANATOMY);
    private static final double SAME_PLACE_MM = 8;

    private final SpineAnatomy whole = locate(PATIENT);

    @Test
    void namesAboveADoubledVertebraAreThoseCountedFromC2() {
        for (Vertebra level : List.of(Vertebra.T6, Vertebra.T12)) {
            SpineAnatomy spliced = spliced(level, 1);
            assertNamesAbove(level, spliced);
            assertSaid(spliced, NumericalVariant.T13, NumericalVariant.L6, "doubled " + level);
        }
    }

    @Test
    void namesAboveAMissingVertebraAreThoseCountedFromC2() {
        for (Vertebra level : List.of(Vertebra.T6, Vertebra.T12)) {
            SpineAnatomy spliced = spliced(level, -1);
            assertNamesAbove(level, spliced);
            assertSaid(spliced, NumericalVariant.NO_T12, NumericalVariant.NO_L5, "without " + level);
        }
    }

    /** A name above the splice is right, or does not claim to be. */
    private void assertNamesAbove(Vertebra level, SpineAnatomy spliced) {
        int sure = 0;
        for (StackAnatomy stack : spliced.stacks()) {
            for (VertebralBody body : stack.bodies()) {
                if (body.level().compareTo(level) < 0 && body.confidence() > 0.75) {
                    assertTrue(whole.stacks().stream().flatMap(other -> other.body(body.level()).stream())
                            .anyMatch(other -> other.centre().distance(body.centre()) < SAME_PLACE_MM), () -> level + ": " + body.level());
                    sure++;
                }
            }
        }
        assertTrue(sure > 0, () -> level + ": not even C2 is sure");
    }

    /** Either the variant is counted, or the names are said to be doubtful; never the usual number without a word. */
    private static void assertSaid(SpineAnatomy spliced, NumericalVariant one, NumericalVariant other, String what) {
        assertFalse(spliced.warnings().isEmpty(), what);
        assertTrue(spliced.nameConfidence() < 0.9, () -> what + ": " + spliced.nameConfidence());
        assertTrue(spliced.variant() == one || spliced.variant() == other || spliced.nameConfidence() <= 0.6,
                () -> what + ": " + spliced.variant() + " " + spliced.warnings());
    }

    private static SpineAnatomy locate(List<AnnotatedStack> stacks) {
        Study study = new Study("1.2.3", stacks.stream().map(AnnotatedStack::stack).toList(), List.of());
        List<ClassProbabilities> maps = stacks.stream().map(stack -> PhantomTest.certain(stack.truth())).toList();
        return new ChainLocaliser().locate(study, maps);
    }

    /** @param sign 1 to double the vertebra, -1 to cut it out */
    private SpineAnatomy spliced(Vertebra level, int sign) {
        assertEquals(NumericalVariant.USUAL, whole.variant());
        Vec3 above = disc(DiscLevel.ALL.get(DiscLevel.below(level).index() - 1));
        Vec3 below = disc(DiscLevel.below(level));
        Cut cut = new Cut(sign > 0 ? below : above, below.minus(above).unit(), below.minus(above).times(sign));
        return locate(PATIENT.stream().map(cut::of).toList());
    }

    private Vec3 disc(DiscLevel level) {
        return whole.stacks().stream().flatMap(stack -> stack.disc(level).stream()).findFirst().map(Disc::centre).orElseThrow();
    }

    /**
     * What lies beyond a plane moves.
     *
     * @param at a point of the plane
     * @param down its normal
     * @param move by how much
     */
    private record Cut(Vec3 at, Vec3 down, Vec3 move) {

        AnnotatedStack of(AnnotatedStack intact) {
            SliceStack stack = intact.stack();
            SlicePlane first = stack.plane();
            int rows = stack.rows() + (int) Math.max(0, Math.ceil(move.dot(first.alongColumn()) / first.rowSpacing()));
            int columns = stack.columns();
            List<Slice> slices = new ArrayList<>();
            byte[][] labels = new byte[stack.slices().size()][rows * columns];
            for (int s = 0; s < labels.length; s++) {
                Slice slice = stack.slices().get(s);
                for (int i = 0; i < labels[s].length; i++) {
                    Vec3 point = slice.plane().toPatient(i % columns, i / columns);
                    Vec3 from = point.minus(at).dot(down) > 0 ? point.minus(move) : point;
                    int row = (int) Math.round(slice.plane().rowOf(from));
                    int column = (int) Math.round(slice.plane().columnOf(from));
                    boolean inside = row >= 0 && row < stack.rows() && column >= 0 && column < columns;
                    labels[s][i] = inside ? intact.truth().labels()[s][row * columns + column] : 0;
                }
                slices.add(new Slice(slice.sopInstanceUid(), slice.sopClassUid(), slice.plane(), rows, columns, new float[rows * columns],
                        Optional.empty()));
            }
            SliceStack moved = new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(),
                    stack.acquisition(), slices);
            return new AnnotatedStack(moved, new LabelMap(intact.truth().classes(), labels));
        }
    }
}
