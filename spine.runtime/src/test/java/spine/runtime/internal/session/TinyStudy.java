package spine.runtime.internal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Acquisition;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;

/** One stack of two slices of 8 x 8 pixels of 1 mm, everything of it inside the body of T7. */
public final class TinyStudy {
    private static final int SLICES = 2;
    private static final int SIZE = 8;

    private TinyStudy() {
    }

    public static Study study(String uid, Note... notes) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            SlicePlane plane = new SlicePlane(new Vec3(-4.0 * i, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            slices.add(new Slice("1.2." + i, "1.2.840.10008.5.1.4.1.1.4", plane, SIZE, SIZE, new float[SIZE * SIZE], Optional.empty()));
        }
        SliceStack stack = new SliceStack("1.2.3", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""), slices);
        return new Study(uid, List.of(stack), List.of(notes));
    }

    /** The uppermost is in view. */
    private static DiscovertebralUnit unit(DiscLevel level) {
        return level.equals(DiscLevel.ALL.get(0)) ? new DiscovertebralUnit(level, true, 0, 1) : DiscovertebralUnit.absent(level);
    }

    /** Every pixel of every slice belongs to T7, whose body nobody has measured. */
    public static SpineAnatomy anatomy(String... warnings) {
        byte[][] structures = new byte[SLICES][SIZE * SIZE];
        for (byte[] slice : structures) {
            Arrays.fill(slice, StackAnatomy.bodyCode(Vertebra.T7));
        }
        StackAnatomy stack = new StackAnatomy(structures, new byte[SLICES][SIZE * SIZE], List.of(), List.of());
        return new SpineAnatomy(List.of(stack), DiscLevel.ALL.stream().map(TinyStudy::unit).toList(), List.of(warnings));
    }
}
