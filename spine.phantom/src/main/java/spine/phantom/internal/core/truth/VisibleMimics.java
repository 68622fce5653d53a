package spine.phantom.internal.core.truth;

import java.util.List;
import java.util.stream.Stream;
import spine.api.image.LabelMap;
import spine.api.image.Slice;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.scan.Scan;

/**
 * Where a scan shows what resembles inflammation: patches of one kind that a reader could take for oedema, because they stand out from
 * the marrow that is neither inflamed nor such a patch.
 */
public final class VisibleMimics {
    /** What the pixels of the map are, by value. */
    private static final List<String> CLASSES = Stream.concat(Stream.of("background"), LesionType.MIMICS.stream().map(LesionType::words))
            .toList();

    private VisibleMimics() {
    }

    /** The mimics of a scan on its grid; inflamed pixels are none. */
    public static LabelMap of(Scan scan) {
        byte[][] visible = new byte[scan.mimic().length][];
        for (int i = 0; i < visible.length; i++) {
            visible[i] = map(scan.stack().slices().get(i), scan.anatomy()[i], scan.oedema()[i], scan.mimic()[i]);
        }
        return new LabelMap(CLASSES, visible);
    }

    private static byte[] map(Slice image, byte[] anatomy, byte[] oedema, byte[] mimic) {
        byte[] map = new byte[mimic.length];
        VisiblePatches patches = new VisiblePatches(image, anatomy, pixel -> oedema[pixel] == 0 && mimic[pixel] == 0);
        for (LesionType kind : LesionType.MIMICS) {
            byte value = kind.mimic();
            patches.among(pixel -> mimic[pixel] == value && patches.inBody(pixel)).forEach(pixel -> map[pixel] = value);
        }
        return map;
    }
}
