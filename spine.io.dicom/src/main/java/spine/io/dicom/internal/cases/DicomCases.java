package spine.io.dicom.internal.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import spine.api.UnusableInputException;
import spine.api.image.SliceStack;
import spine.api.model.ModelRole;
import spine.api.report.MaskFrame;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.io.dicom.internal.study.AnnotatedStudy;

/** Patients whose files are known; images and masks are read when asked for. */
final class DicomCases implements TrainingCases {
    private final List<PatientStudies> patients;
    private final List<String> classes;
    private final String digest;
    private final SegMaskReader masks;
    private final Consumer<String> remarks;

    DicomCases(List<PatientStudies> patients, List<String> classes, String digest, SegMaskReader masks, Consumer<String> remarks) {
        this.patients = patients;
        this.classes = classes;
        this.digest = digest;
        this.masks = masks;
        this.remarks = remarks;
    }

    @Override
    public String description() {
        int studies = patients.stream().mapToInt(patient -> patient.studies().size()).sum();
        return studies + " annotated STIR studies of " + patients.size() + " patients (data set " + digest + ")";
    }

    @Override
    public int size() {
        return patients.size();
    }

    @Override
    public List<AnnotatedStack> patient(int patient, String role) throws UnusableInputException {
        List<AnnotatedStack> stacks = new ArrayList<>();
        for (AnnotatedStudy study : patients.get(patient).studies()) {
            stacks.addAll(annotated(study, role));
        }
        return stacks;
    }

    private List<AnnotatedStack> annotated(AnnotatedStudy study, String role) throws UnusableInputException {
        List<SliceStack> images = study.source().load().stacks();
        List<LabelMapBuilder> builders = images.stream()
                .map(stack -> new LabelMapBuilder(stack, classes, role.equals(ModelRole.OEDEMA))).toList();
        for (Path file : study.segmentations()) {
            for (MaskFrame frame : frames(file, images)) {
                for (LabelMapBuilder builder : builders) {
                    builder.add(frame, file);
                }
            }
        }
        List<AnnotatedStack> stacks = builders.stream().map(LabelMapBuilder::result).flatMap(Optional::stream).toList();
        String place = "the study in " + study.firstImage().getParent();
        if (stacks.isEmpty()) {
            throw new UnusableInputException("The segmentations of " + place + " belong to none of the images chosen from it.");
        }
        if (stacks.size() < images.size()) {
            remarks.accept("Left out: " + (images.size() - stacks.size()) + " of " + images.size() + " stacks of " + place
                    + " have no mask.");
        }
        return stacks;
    }

    private List<MaskFrame> frames(Path file, List<SliceStack> images) throws UnusableInputException {
        try {
            return masks.readClasses(file, images);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
