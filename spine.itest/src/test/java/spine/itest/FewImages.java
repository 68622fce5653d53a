package spine.itest;

import java.util.Arrays;
import java.util.List;

import org.osgi.framework.BundleContext;

import spine.api.image.LabelMap;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ModelRole;
import spine.api.service.PhantomGenerator;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;

/**
 * A few images in the middle of a synthetic upper station, to be scored or to be trained on for oedema: the way through
 * the platform is that of a study, and shorter.
 */
final class FewImages implements StudySource, TrainingCases {
    private static final int IMAGES = 3;

    private final AnnotatedStack images;

    FewImages(BundleContext context) throws Exception {
        AnnotatedStack whole = Services.get(context, PhantomGenerator.class).wholeStudies(1, 11).patient(0, ModelRole.OEDEMA).get(0);
        SliceStack stack = whole.stack();
        int first = (stack.slices().size() - IMAGES) / 2;
        this.images = new AnnotatedStack(
                new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(), stack.acquisition(),
                        stack.slices().subList(first, first + IMAGES)),
                new LabelMap(whole.truth().classes(), Arrays.copyOfRange(whole.truth().labels(), first, first + IMAGES)));
    }

    @Override
    public String studyInstanceUid() {
        return "1.2.3";
    }

    @Override
    public Study load() {
        return new Study(studyInstanceUid(), List.of(images.stack()), List.of());
    }

    @Override
    public String description() {
        return IMAGES + " synthetic images";
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public List<AnnotatedStack> patient(int patient, String role) {
        return List.of(images);
    }
}
