package spine.io.dicom.internal.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.model.ModelRole;
import spine.api.training.CaseReader;
import spine.api.training.TrainingCases;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.seg.SegMaskReader;
import spine.io.dicom.internal.study.AnnotatedStudy;

/**
 * Patients as DICOM studies with DICOM segmentations, matched by study and image UIDs, so that file names and folders do
 * not matter. For oedema a stack counts as read if any segmentation refers to one of its images: without a segment of
 * oedema it is free of it.
 */
@Component
public final class DicomCaseReader implements CaseReader {
    private final DicomCodec codec;
    private final DicomImages images;
    private final SegMaskReader masks;

    @Activate
    public DicomCaseReader(@Reference DicomCodec codec, @Reference DicomImages images) {
        this.codec = codec;
        this.images = images;
        this.masks = new SegMaskReader(codec);
    }

    @Override
    public TrainingCases find(Path folder, String role, Consumer<String> remarks) throws UnusableInputException {
        List<String> classes = role.equals(ModelRole.OEDEMA) ? ModelRole.OEDEMA_CLASSES : ModelRole.ANATOMY_CLASSES;
        if (!Files.isDirectory(folder)) {
            throw new UnusableInputException(folder + " is no folder.");
        }
        List<AnnotatedStudy> usable = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Set<String> annotated = new HashSet<>();
        try {
            for (AnnotatedStudy study : AnnotatedStudy.below(folder, codec, images)) {
                Set<String> known = classesOf(study);
                Optional<String> obstacle = obstacle(study, known, classes, role);
                obstacle.ifPresent(reason -> reasons.add("The study in " + study.firstImage().getParent() + " " + reason + "."));
                if (obstacle.isEmpty()) {
                    usable.add(study);
                    annotated.addAll(known);
                }
            }
            if (usable.isEmpty()) {
                throw new UnusableInputException(reasons.isEmpty() ? folder + " holds no MR study." : reasons.get(0));
            }
            if (role.equals(ModelRole.OEDEMA) && !annotated.contains(ModelRole.LESION)) {
                throw new UnusableInputException("No segmentation below " + folder + " has a segment of oedema.");
            }
            reasons.forEach(reason -> remarks.accept("Left out: " + reason));
            List<PatientStudies> patients = PatientStudies.group(usable, folder, codec);
            if (patients.size() == 1) {
                remarks.accept("All studies below " + folder + " are of one patient (by PatientID, or by folder without it), so "
                        + "validation sees what training sees.");
            }
            return new DicomCases(patients, classes, DataDigest.of(usable), masks, remarks);
        } catch (IOException e) {
            throw new UnusableInputException("A file below " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Set<String> classesOf(AnnotatedStudy study) throws UnusableInputException, IOException {
        Set<String> classes = new HashSet<>();
        for (Path segmentation : study.segmentations()) {
            classes.addAll(masks.classes(segmentation));
        }
        return classes;
    }

    /** Why the study teaches nothing about the role. */
    private static Optional<String> obstacle(AnnotatedStudy study, Set<String> known, List<String> classes, String role) {
        if (study.segmentations().isEmpty()) {
            return Optional.of("has no DICOM segmentation");
        }
        if (role.equals(ModelRole.ANATOMY) && known.stream().noneMatch(classes::contains)) {
            return Optional.of("has no segment of a vertebra or disc in its segmentations");
        }
        return Optional.empty();
    }
}
