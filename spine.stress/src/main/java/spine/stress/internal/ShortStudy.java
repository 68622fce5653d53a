package spine.stress.internal;

import java.util.ArrayList;
import java.util.List;

import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;

/** A few images from the middle of every stack of a study: the way of a whole study, in a fraction of the time. */
final class ShortStudy implements StudySource {
    private final Study study;

    /** @param images of each stack, above 0 */
    ShortStudy(StudySource whole, int images) throws UnusableInputException {
        Study full = whole.load();
        List<SliceStack> stacks = new ArrayList<>();
        for (SliceStack stack : full.stacks()) {
            int first = Math.max(0, (stack.slices().size() - images) / 2);
            List<Slice> middle = stack.slices().subList(first, Math.min(first + images, stack.slices().size()));
            stacks.add(new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(), stack.acquisition(),
                    middle));
        }
        this.study = new Study(full.studyInstanceUid(), stacks, full.notes());
    }

    @Override
    public String studyInstanceUid() {
        return study.studyInstanceUid();
    }

    @Override
    public Study load() {
        return study;
    }
}
