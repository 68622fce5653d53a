package spine.dicomweb.internal.store;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.common.text.PlainText;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.ServiceRoot;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.store.StoreResponse.Reason;
import spine.dicomweb.internal.uri.Resource;
import spine.io.dicomweb.json.BulkData;
import spine.io.dicomweb.json.DicomJsonWriter;
import spine.io.dicomweb.multipart.MediaType;
import spine.io.dicomweb.multipart.MultipartException;
import spine.io.dicomweb.multipart.MultipartLimits;
import spine.io.dicomweb.multipart.MultipartReader;
import spine.io.dicomweb.multipart.Part;

/**
 * Stores the objects of a request, one by one as they come. A request without a failure says that its studies are complete; after any other
 * the platform waits, as after images from elsewhere.
 */
public final class StoreTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTransaction.class);

    /** Attribute of a request: the studies that the access log says it was about. */
    private static final String ACCESS_STUDY = "spine.access.study";

    private final Intake intake;
    private final DicomCodec codec;
    private final Path folder;

    /** @param folder for objects that are being received; exists */
    public StoreTransaction(Intake intake, DicomCodec codec, Path folder) {
        this.intake = intake;
        this.codec = codec;
        this.folder = folder;
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        String answerType = Acceptable.of(request).single(Acceptable.DICOM_JSON, Acceptable.JSON).orElseThrow(() ->
                new HttpFailure(HttpFailure.NOT_ACCEPTABLE, "The answer to a request to store is application/dicom+json."));
        StoreResponse answer = new StoreResponse();
        store(parts(request), sender(request), resource.scope().study(), answer);
        request.setAttribute(ACCESS_STUDY, String.join(" ", answer.studies()));
        if (!answer.hasFailures()) {
            for (String study : answer.studiesToScore()) {
                intake.complete(study);
            }
        }
        response.setStatus(answer.status());
        response.setContentType(answerType);
        // A single data set, not an array of one (PS3.18 10.5.3.3.1).
        try (DicomJsonWriter json = DicomJsonWriter.single(response.getOutputStream())) {
            json.write(answer.dataSet(ServiceRoot.of(request)), BulkData.INLINE);
        }
    }

    private static MultipartReader parts(HttpServletRequest request) throws IOException, HttpFailure {
        MediaType type = MediaType.parse(request.getContentType()).orElse(new MediaType("", Map.of()));
        String inner = type.parameter("type").flatMap(MediaType::parse).map(MediaType::type).orElse(Acceptable.DICOM);
        if (!type.type().equals("multipart/related") || !inner.equals(Acceptable.DICOM)) {
            throw new HttpFailure(HttpFailure.UNSUPPORTED_MEDIA_TYPE,
                    "Objects are stored by multipart/related; type=\"application/dicom\".");
        }
        try {
            return new MultipartReader(request.getInputStream(), type.parameter("boundary").orElse(""), MultipartLimits.STANDARD);
        } catch (MultipartException noBoundary) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, noBoundary.getMessage());
        }
    }

    private static String sender(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "STOW-RS" : request.getRemoteUser();
    }

    /** @param study UID that all objects must have; empty for any */
    private void store(MultipartReader parts, String sender, String study, StoreResponse answer) throws IOException, HttpFailure {
        boolean any = false;
        try {
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                any = true;
                if (part.get().mediaType().map(type -> type.includes(Acceptable.DICOM)).orElse(true)) {
                    store(part.get().content(), sender, study, answer);
                } else {
                    answer.failed("", "", Reason.NOT_UNDERSTOOD);
                }
            }
        } catch (MultipartException broken) {
            if (!any) {
                throw new HttpFailure(HttpFailure.BAD_REQUEST, broken.getMessage());
            }
            answer.failed("", "", broken.isTooLarge() ? Reason.LARGER_THAN_TAKEN : Reason.BROKEN_OFF);
        }
        if (!any) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "The message has no parts.");
        }
    }

    private void store(InputStream content, String sender, String study, StoreResponse answer) throws IOException {
        try (ReceivedPart part = ReceivedPart.of(content, folder)) {
            DicomObject header;
            try {
                header = part.header(codec);
            } catch (UnusableInputException unusable) {
                answer.failed("", "", Reason.NOT_UNDERSTOOD);
                return;
            }
            if (!study.isEmpty() && !study.equals(header.text(Tag.StudyInstanceUID))) {
                answer.failed(header.text(Tag.SOPClassUID), header.text(Tag.SOPInstanceUID), Reason.NOT_UNDERSTOOD);
                return;
            }
            try (InputStream file = part.open()) {
                answer.stored(intake.store(file, sender), header.text(Tag.SeriesInstanceUID));
            } catch (IntakeException refused) {
                LOG.warn("An object from {} is not taken: {}", PlainText.excerpt(sender), PlainText.excerpt(refused.getMessage()));
                answer.failed(header.text(Tag.SOPClassUID), header.text(Tag.SOPInstanceUID), Reason.of(refused));
            }
        }
    }
}
