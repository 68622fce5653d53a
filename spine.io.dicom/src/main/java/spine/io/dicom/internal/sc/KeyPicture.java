package spine.io.dicom.internal.sc;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import spine.api.anatomy.Disc;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.common.display.DisplayWindow;
import spine.common.raster.MaskOutline;
import spine.common.text.Decimals;

/** One key image with the outlines of oedema and vertebral bodies and the names of discs, and what the indices say of it. */
final class KeyPicture {
    private static final int RED = 0xff3030;
    private static final int CYAN = 0x30a0a0;
    private static final int WHITE = 0xffffff;
    /** Between names and the structures that they stand beside, in pixels of the picture. */
    private static final int GAP = 8;

    private final ScoringResult result;
    private final KeyImages.KeyImage key;
    private final DisplayWindow window;
    private final Slice slice;
    private final byte[] structures;

    /** @param window of the stack */
    KeyPicture(ScoringResult result, KeyImages.KeyImage key, DisplayWindow window) {
        this.result = result;
        this.window = window;
        this.key = key;
        this.slice = result.study().stacks().get(key.stack()).slices().get(key.slice());
        this.structures = result.anatomy().stacks().get(key.stack()).structures()[key.slice()];
    }

    Slice slice() {
        return slice;
    }

    Picture draw() {
        Picture picture = new Picture(slice, window);
        for (Vertebra level : Vertebra.values()) {
            byte code = StackAnatomy.bodyCode(level);
            picture.outline(MaskOutline.of(slice.rows(), slice.columns(), pixel -> structures[pixel] == code), CYAN);
        }
        byte[] lesion = result.lesions().get(key.stack()).lesion()[key.slice()];
        picture.outline(MaskOutline.of(slice.rows(), slice.columns(), pixel -> lesion[pixel] != 0), RED);
        for (Disc disc : result.anatomy().stacks().get(key.stack()).discs()) {
            pixels(value -> value == StackAnatomy.discCode(disc.level())).mapToDouble(pixel -> pixel / slice.columns() + 0.5).average()
                    .ifPresent(row -> name(picture, disc.level().label(), (int) (row * picture.factor())));
        }
        return picture;
    }

    /** On the left of all structures, or on their right where the left has no room. */
    private void name(Picture picture, String name, int row) {
        IntSummaryStatistics columns = pixels(value -> value != 0).map(pixel -> pixel % slice.columns()).summaryStatistics();
        int left = columns.getMin() * picture.factor() - GAP - Picture.width(name);
        picture.words(name, row, left >= 0 ? left : (columns.getMax() + 1) * picture.factor() + GAP, WHITE);
    }

    private IntStream pixels(IntPredicate wanted) {
        return IntStream.range(0, structures.length).filter(pixel -> wanted.test(structures[pixel]));
    }

    /** The units that the image makes the score of, with their scores, in plain words; may be empty. */
    String comments() {
        List<String> words = new ArrayList<>();
        for (Score score : result.scores()) {
            for (UnitScore unit : score.units()) {
                if (unit.window().contains(slice.sopInstanceUid())) {
                    words.add(score.indexId() + " " + unit.unit().level().label() + ": " + Decimals.atMost(unit.score(), 2, ""));
                }
            }
        }
        return String.join("; ", words);
    }
}
