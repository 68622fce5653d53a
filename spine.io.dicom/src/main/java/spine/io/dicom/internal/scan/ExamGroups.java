package spine.io.dicom.internal.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.common.text.DicomUid;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.PatientKey;

/**
 * Sorts images into exams: by StudyInstanceUID, and without a valid one by date, time and numbers of the exam, or else by what only images
 * of one exam share, a frame of reference or a series. Images of two patients are never one exam without a UID; under one UID they are
 * one, which must not be read.
 */
final class ExamGroups {
    private final List<Exam> exams = new ArrayList<>();
    private final Map<String, Exam> byUid = new HashMap<>();

    /** Images in the order they were added. */
    static final class Exam {
        private final String uid;
        private final Bond bond;
        private final List<ImageHeader> images = new ArrayList<>();
        private final List<Patient> patients = new ArrayList<>();

        private Exam(ImageHeader first) {
            this.uid = first.uids().study();
            this.bond = Bond.of(first);
        }

        List<ImageHeader> images() {
            return images;
        }

        /** The sentence, without its full stop, that says why the exam must not be read; empty if it may. */
        Optional<String> obstacle() {
            if (patients.size() > 1) {
                return Optional.of("images of " + patients.size() + " patients, by PatientID, name or birth date, share one "
                        + "StudyInstanceUID, for instance " + patients.get(0).example.source().file() + " and "
                        + patients.get(1).example.source().file() + "; nothing was scored, so that they are not mixed up");
            }
            return hasUid() || bond.kind != Bond.Kind.NONE ? Optional.empty() : Optional.of("its images have no StudyInstanceUID, and no"
                    + " date, frame of reference or series tells whether they are of one exam, for instance "
                    + images.get(0).source().file() + "; nothing was scored, so that exams are not mixed up");
        }

        /** What holds the exam together without a UID, as a sentence after a space; empty where that is usual. */
        String bond() {
            return bond.kind == Bond.Kind.FRAME ? " Only their frame of reference says that they are of one exam."
                    : bond.kind == Bond.Kind.SERIES ? " Only their series says that they are of one exam." : "";
        }

        /** As the files have it, may be empty or no UID at all. */
        String uidInFiles() {
            return uid;
        }

        boolean hasUid() {
            return DicomUid.isValid(uid);
        }

        /** Where no UID says so: whether something holds both together and nothing speaks for another patient. */
        private boolean takes(ImageHeader image) {
            return uid.equals(image.uids().study()) && bond.equals(Bond.of(image))
                    && (patients.isEmpty() || patients.stream().anyMatch(patient -> !patient.key.contradicts(image.patient())));
        }

        private void add(ImageHeader image) {
            images.add(image);
            if (!image.isMr()) {
                return;
            }
            for (Patient patient : patients) {
                if (!patient.key.contradicts(image.patient())) {
                    patient.key = patient.key.and(image.patient());
                    return;
                }
            }
            patients.add(new Patient(image));
        }
    }

    /** What images of one exam share where no UID names it. */
    private record Bond(Kind kind, String value) {

        private enum Kind { FACTS, FRAME, SERIES, NONE }

        static Bond of(ImageHeader image) {
            if (!image.exam().isEmpty()) {
                return new Bond(Kind.FACTS, image.exam());
            }
            if (!image.uids().frameOfReference().isEmpty()) {
                return new Bond(Kind.FRAME, image.uids().frameOfReference());
            }
            return image.uids().series().isEmpty() ? new Bond(Kind.NONE, "") : new Bond(Kind.SERIES, image.uids().series());
        }
    }

    /** What the images of one patient say together. */
    private static final class Patient {
        private final ImageHeader example;
        private PatientKey key;

        private Patient(ImageHeader example) {
            this.example = example;
            this.key = example.patient();
        }
    }

    void add(ImageHeader image) {
        String uid = image.uids().study();
        Exam exam = DicomUid.isValid(uid) ? byUid.get(uid) : exams.stream().filter(one -> one.takes(image)).findFirst().orElse(null);
        if (exam == null) {
            exam = new Exam(image);
            exams.add(exam);
            byUid.put(uid, exam);
        }
        exam.add(image);
    }

    /** In the order of their first images. */
    List<Exam> exams() {
        return exams;
    }
}
