package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Acquisition;
import spine.api.image.ClassProbabilities;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;

/** A tiny study: one stack of 8 x 8 pixels of 1 mm, everything of it inside the body of T7. */
final class Fixtures {
    static final int SIZE = 8;

    private Fixtures() {
    }

    static SliceStack stack(int slices) {
        List<Slice> list = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            SlicePlane plane = new SlicePlane(new Vec3(4.0 * i, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            list.add(new Slice("1.2." + i, "1.2.840.10008.5.1.4.1.1.4", plane, SIZE, SIZE, new float[SIZE * SIZE], Optional.empty()));
        }
        return new SliceStack("1.2.3", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""), list);
    }

    static Study study(String uid, Note... notes) {
        return new Study(uid, List.of(stack(2)), List.of(notes));
    }

    /** Every pixel of every slice belongs to T7. */
    static StackAnatomy allBody(int slices) {
        byte[][] structures = new byte[slices][SIZE * SIZE];
        for (byte[] slice : structures) {
            Arrays.fill(slice, StackAnatomy.bodyCode(Vertebra.T7));
        }
        return new StackAnatomy(structures, new byte[slices][SIZE * SIZE], List.of(), List.of());
    }

    static SpineAnatomy anatomy(StackAnatomy stack, String... warnings) {
        return new SpineAnatomy(List.of(stack), DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of(warnings));
    }

    /** Oedema probabilities of one slice from rows of digits: 0 means none, 9 means certain. */
    static ClassProbabilities oedema(String... rows) {
        byte[] map = new byte[SIZE * SIZE];
        IntStream.range(0, rows.length * SIZE)
                .forEach(i -> map[i] = (byte) Math.round((rows[i / SIZE].charAt(i % SIZE) - '0') / 9.0 * 255));
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, new byte[][][] {new byte[1][SIZE * SIZE], {map}});
    }
}
