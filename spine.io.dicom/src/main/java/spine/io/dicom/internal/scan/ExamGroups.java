package spine.io.dicom.internal.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.PatientKey;
import spine.io.dicom.internal.uid.ValidUid;

/**
 * Sorts images into exams: by StudyInstanceUID, and without one by date, time and numbers of the exam. Images of two patients are never
 * one exam without a UID; under one UID they are one, of which the number of patients tells.
 */
final class ExamGroups {
    private final List<Exam> exams = new ArrayList<>();
    private final Map<String, Exam> byUid = new HashMap<>();

    /** Images in the order they were added. */
    static final class Exam {
        private final String uid;
        private final String facts;
        private final List<ImageHeader> images = new ArrayList<>();
        private final List<Patient> patients = new ArrayList<>();

        private Exam(ImageHeader first) {
            this.uid = first.uids().study();
            this.facts = first.exam();
        }

        List<ImageHeader> images() {
            return images;
        }

        /** One image of each patient whose MR images are here. */
        List<ImageHeader> patients() {
            return patients.stream().map(patient -> patient.example).toList();
        }

        /** As the files have it, may be empty or no UID at all. */
        String uidInFiles() {
            return uid;
        }

        boolean hasUid() {
            return ValidUid.is(uid);
        }

        /** Where no UID says so: whether date, time and numbers are the same and nothing speaks for another patient. */
        private boolean takes(ImageHeader image) {
            return uid.isEmpty() && facts.equals(image.exam())
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
        Exam exam = uid.isEmpty() ? exams.stream().filter(one -> one.takes(image)).findFirst().orElse(null) : byUid.get(uid);
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
