package spine.pipeline;

import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.common.geometry.PlausibleGeometry;

/** Keeps what no scanner measures from the models, whichever reader it comes from: they would take memory and time by its size. */
final class PlausibleStudy {

    private PlausibleStudy() {
    }

    /** @throws UnusableInputException naming the study, the stack and what is wrong with it */
    static void require(Study study) throws UnusableInputException {
        for (int i = 0; i < study.stacks().size(); i++) {
            SliceStack stack = study.stacks().get(i);
            Optional<String> doubt = doubt(stack);
            if (doubt.isPresent()) {
                String words = stack.description().isEmpty() ? "" : " (" + stack.description() + ")";
                throw new UnusableInputException("Stack " + (i + 1) + words + " of study " + study.studyInstanceUid()
                        + " cannot be scored: " + doubt.get() + ".");
            }
        }
    }

    private static Optional<String> doubt(SliceStack stack) {
        for (Slice slice : stack.slices()) {
            SlicePlane plane = slice.plane();
            Optional<String> doubt = PlausibleGeometry.ofImage(stack.rows(), stack.columns(), plane.rowSpacing(), plane.columnSpacing(),
                    plane.origin().x(), plane.origin().y(), plane.origin().z());
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return PlausibleGeometry.ofStack(stack.slices().size(), stack.sliceSpacing(), stack.plane().rowSpacing(),
                stack.plane().columnSpacing());
    }
}
