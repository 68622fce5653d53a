package spine.dicomweb.internal.store;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.api.intake.IntakeException;
import spine.api.intake.StoredObject;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicomweb.internal.uri.Scope;

/** What became of the objects of a request (PS3.18 10.5.3, annex I). */
final class StoreResponse {
    private static final int FAILURE_REASON = 0x00081197;
    private static final int REFERENCED_CLASS = 0x00081150;
    private static final int REFERENCED_INSTANCE = 0x00081155;
    private static final int RETRIEVE_URL = 0x00081190;
    private static final int FAILED_SOP_SEQUENCE = 0x00081198;
    private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    private static final int OTHER_FAILURES_SEQUENCE = 0x0008119A;
    private static final int TOO_LARGE = 413;
    private static final int INSUFFICIENT_STORAGE = 507;

    private final List<Stored> stored = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /** Reasons for failures (PS3.18 table I.2-2). */
    enum Reason {
        /** Refused: out of resources. */
        OUT_OF_RESOURCES(0xA700, INSUFFICIENT_STORAGE),
        /** The object is larger than what is taken; for the standard that is the same. */
        LARGER_THAN_TAKEN(0xA700, TOO_LARGE),
        /** Error: cannot understand. */
        NOT_UNDERSTOOD(0xC000, HttpServletResponse.SC_CONFLICT),
        /** Processing failure: what should have been received broke off. */
        BROKEN_OFF(0x0110, HttpServletResponse.SC_BAD_REQUEST);

        private final int code;
        private final int status;

        Reason(int code, int status) {
            this.code = code;
            this.status = status;
        }

        static Reason of(IntakeException refused) {
            return switch (refused.reason()) {
                case FULL -> OUT_OF_RESOURCES;
                case TOO_LARGE -> LARGER_THAN_TAKEN;
                case UNUSABLE -> NOT_UNDERSTOOD;
            };
        }
    }

    private record Stored(StoredObject object, String series) {
        String path() {
            return new Scope(object.studyInstanceUid(), series, object.sopInstance()).path();
        }
    }

    private record Failure(String sopClass, String sopInstance, Reason reason) {
    }

    /** @param series UID of its series */
    void stored(StoredObject object, String series) {
        stored.add(new Stored(object, series));
    }

    /** @param sopInstance UID, empty if the object did not say it */
    void failed(String sopClass, String sopInstance, Reason reason) {
        failures.add(new Failure(sopClass, sopInstance, reason));
    }

    /** UIDs of the studies of which something was stored. */
    Set<String> studies() {
        Set<String> studies = new LinkedHashSet<>();
        stored.forEach(one -> studies.add(one.object.studyInstanceUid()));
        return studies;
    }

    /** Those of them of which an image was stored: results of a platform like this are no reason to score anything. */
    Set<String> studiesToScore() {
        Set<String> studies = new LinkedHashSet<>();
        stored.stream().filter(one -> one.object.kind() != StoredObject.Kind.RESULT)
                .forEach(one -> studies.add(one.object.studyInstanceUid()));
        return studies;
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    /** All stored 200, some 202, none the reason of the first that was not: 400, 409, 413 or 507. */
    int status() {
        if (failures.isEmpty()) {
            return HttpServletResponse.SC_OK;
        }
        return stored.isEmpty() ? failures.get(0).reason.status : HttpServletResponse.SC_ACCEPTED;
    }

    /** @param root address of the services */
    DicomObject dataSet(String root) {
        DicomObject answer = new DicomObject().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192");
        if (studies().size() == 1) {
            answer.text(RETRIEVE_URL, "UR", root + "/studies/" + studies().iterator().next());
        }
        sequence(REFERENCED_SOP_SEQUENCE, stored.stream()
                .map(one -> new DicomObject().text(REFERENCED_CLASS, "UI", one.object.sopClass())
                        .text(REFERENCED_INSTANCE, "UI", one.object.sopInstance()).text(RETRIEVE_URL, "UR", root + one.path()))
                .toList(), answer);
        sequence(FAILED_SOP_SEQUENCE, failures.stream().filter(failure -> !failure.sopInstance.isEmpty())
                .map(failure -> new DicomObject().text(REFERENCED_CLASS, "UI", failure.sopClass)
                        .text(REFERENCED_INSTANCE, "UI", failure.sopInstance).unsignedShorts(FAILURE_REASON, failure.reason.code))
                .toList(), answer);
        sequence(OTHER_FAILURES_SEQUENCE, failures.stream().filter(failure -> failure.sopInstance.isEmpty())
                .map(failure -> new DicomObject().unsignedShorts(FAILURE_REASON, failure.reason.code)).toList(), answer);
        return answer;
    }

    private static void sequence(int tag, List<DicomObject> items, DicomObject answer) {
        if (!items.isEmpty()) {
            answer.sequence(tag, items.toArray(DicomObject[]::new));
        }
    }
}
