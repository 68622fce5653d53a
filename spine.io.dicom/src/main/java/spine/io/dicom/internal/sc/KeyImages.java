package spine.io.dicom.internal.sc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;

/**
 * Which images are worth a picture: those that make the scores; where no index names any, those that show inflammation; without
 * inflammation the middle image of each stack, so that a clean spine is told apart from one that nobody looked at.
 */
final class KeyImages {

    private KeyImages() {
    }

    /**
     * One picture.
     *
     * @param stack index of its stack
     * @param slice index in the stack
     */
    record KeyImage(int stack, int slice) {
    }

    /** In the order of the stacks and slices, at least one. */
    static List<KeyImage> of(ScoringResult result) {
        Set<String> scored = new HashSet<>();
        result.scores().forEach(score -> score.units().stream().filter(unit -> unit.score() > 0).map(UnitScore::window)
                .forEach(scored::addAll));
        Set<String> inflamed = new HashSet<>();
        result.images().stream().filter(ImageFinding::inflamed).map(ImageFinding::sopInstanceUid).forEach(inflamed::add);
        List<SliceStack> stacks = result.study().stacks();
        List<KeyImage> images = select(stacks, slice -> scored.contains(slice.sopInstanceUid()));
        images = images.isEmpty() ? select(stacks, slice -> inflamed.contains(slice.sopInstanceUid())) : images;
        if (images.isEmpty()) {
            for (int stack = 0; stack < stacks.size(); stack++) {
                images.add(new KeyImage(stack, stacks.get(stack).slices().size() / 2));
            }
        }
        return images;
    }

    private static List<KeyImage> select(List<SliceStack> stacks, Predicate<Slice> wanted) {
        List<KeyImage> images = new ArrayList<>();
        for (int stack = 0; stack < stacks.size(); stack++) {
            List<Slice> slices = stacks.get(stack).slices();
            for (int slice = 0; slice < slices.size(); slice++) {
                if (wanted.test(slices.get(slice))) {
                    images.add(new KeyImage(stack, slice));
                }
            }
        }
        return images;
    }
}
