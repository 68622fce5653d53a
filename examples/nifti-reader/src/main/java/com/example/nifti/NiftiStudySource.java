package com.example.nifti;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.Acquisition;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;

/** One NIfTI file as a study with one sagittal stack. */
final class NiftiStudySource implements StudySource {
    private static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";
    private static final String CONTRAST = "The images come from a NIfTI file, which does not say its contrast: the scores "
            + "mean something only if it is STIR.";

    private final Path file;
    private final String uid;

    NiftiStudySource(Path file, String uid) {
        this.file = file;
        this.uid = uid;
    }

    @Override
    public String studyInstanceUid() {
        return uid;
    }

    String seriesInstanceUid() {
        return uid + ".1";
    }

    @Override
    public Study load() throws UnusableInputException {
        NiftiVolume volume = NiftiVolume.read(file);
        SagittalView view = view(volume);
        List<Slice> slices = new ArrayList<>();
        for (int index = 0; index < view.slices(); index++) {
            SlicePlane plane = view.plane(index);
            slices.add(new Slice(seriesInstanceUid() + "." + (index + 1), MR_IMAGE_STORAGE, plane, view.rows(), view.columns(),
                    view.pixels(volume, index), Optional.empty()));
        }
        Acquisition acquisition = new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, view.sliceSpacing(), "");
        List<Note> notes = new ArrayList<>(List.of(Note.warning(CONTRAST)));
        if (view.resliced()) {
            notes.add(Note.warning("The images were not acquired in sagittal slices, so that they are blurred along the spine or across "
                    + "it."));
        }
        SliceStack stack = new SliceStack(seriesInstanceUid(), uid + ".2", "NIfTI", acquisition, slices);
        return new Study(uid, List.of(stack), notes);
    }

    private SagittalView view(NiftiVolume volume) throws UnusableInputException {
        try {
            return SagittalView.of(volume.header());
        } catch (BadNiftiException e) {
            throw new UnusableInputException(file + " " + e.getMessage() + ".", e);
        }
    }
}
