package spine.io.dimse.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import spine.api.Cancellation;
import spine.common.text.DicomUid;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RetrieveLimits;

/** Asks by one association which objects a study has, series by series. Of the answers only UIDs are kept. */
public final class StudyListing {
    private final Query query;
    private final RetrieveLimits limits;
    private final Cancellation cancellation;

    /** Asks, and hears the answers. */
    @FunctionalInterface
    public interface Query {

        /** @param each hears of each answer; what it throws ends the query */
        void find(DicomObject keys, Answer each) throws IOException;
    }

    /** Hears answers to a query. */
    @FunctionalInterface
    public interface Answer {

        /** @param elements empty where the answer has no data set */
        void take(Optional<DicomObject> elements) throws IOException;
    }

    public StudyListing(Query query, RetrieveLimits limits, Cancellation cancellation) {
        this.query = query;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    /** @throws IOException whose message is a phrase in which the node is "it", or that tells of a broken association */
    public List<ArchivedObject> of(String study) throws IOException {
        List<String> series = new ArrayList<>();
        find(StudyRoot.identifier("SERIES", study).text(Tag.SeriesInstanceUID, "UI"),
                answer -> series.add(answer.text(Tag.SeriesInstanceUID)));
        Map<String, ArchivedObject> objects = new LinkedHashMap<>();
        for (String one : series) {
            find(StudyRoot.identifier("IMAGE", study).text(Tag.SeriesInstanceUID, "UI", valid(one)).text(Tag.SOPInstanceUID, "UI")
                    .text(Tag.SOPClassUID, "UI"), answer -> objects.put(answer.text(Tag.SOPInstanceUID),
                            new ArchivedObject(answer.text(Tag.SOPClassUID), answer.text(Tag.SOPInstanceUID))));
            bound(objects.size());
        }
        for (String instance : objects.keySet()) {
            valid(instance);
        }
        return List.copyOf(objects.values());
    }

    /** What is not a UID could be a wildcard or a path. */
    private static String valid(String uid) throws NetworkException {
        if (!DicomUid.isValid(uid)) {
            throw new NetworkException("it names a series or an object without a valid UID");
        }
        return uid;
    }

    private void find(DicomObject keys, Consumer<DicomObject> each) throws IOException {
        cancellation.check();
        int[] answers = new int[1];
        query.find(keys, elements -> {
            cancellation.check();
            bound(++answers[0]);
            elements.ifPresent(each);
        });
    }

    private void bound(int number) throws NetworkException {
        if (number > limits.objects()) {
            throw new NetworkException("it names more than " + limits.objects() + " objects");
        }
    }
}
