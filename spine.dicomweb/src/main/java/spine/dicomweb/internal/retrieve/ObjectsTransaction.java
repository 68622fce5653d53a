package spine.dicomweb.internal.retrieve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.dicom.TransferSyntax;
import spine.dicom.pixel.DicomImages;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.frame.PlainObject;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.Acceptable.Offer;
import spine.dicomweb.internal.http.DamagedObjectException;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.uri.Resource;
import spine.io.dicomweb.multipart.MultipartWriter;

/**
 * Retrieves the objects of a study, a series or an instance (PS3.18 10.4.1.1.1 to 3). An object is given as it is stored where the client
 * takes that; else, as by default, in explicit VR little endian.
 */
public final class ObjectsTransaction implements Transaction {
    private final ArchivedStudies archive;
    private final DicomImages images;
    private final PlainObject plain;

    public ObjectsTransaction(ArchivedStudies archive, DicomImages images, PlainObject plain) {
        this.archive = archive;
        this.images = images;
        this.plain = plain;
    }

    /** How an object is given. */
    private record Given(Instance instance, boolean asStored) {
        String contentType() {
            return Acceptable.DICOM + "; transfer-syntax=" + (asStored ? instance.transferSyntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        }
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        List<Instance> found = Found.all(archive, resource.scope());
        List<Offer> offers = Acceptable.of(request).offers(found.size() == 1, Acceptable.DICOM);
        boolean multipart = offers.isEmpty() || offers.get(0).isMultipart();
        offers.removeIf(offer -> offer.isMultipart() != multipart);
        List<Given> given = new ArrayList<>();
        for (Instance instance : found) {
            given(instance, offers).ifPresent(given::add);
        }
        if (given.isEmpty()) {
            throw new HttpFailure(HttpFailure.NOT_ACCEPTABLE, "Objects are given as application/dicom, in parts where they are several, in "
                    + "explicit VR little endian or as they are stored.");
        }
        if (given.size() < found.size()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.addHeader("Warning", "299 - \"" + (found.size() - given.size())
                    + " objects are not available in the transfer syntax.\"");
        }
        if (multipart) {
            String boundary = MultipartWriter.newBoundary();
            response.setContentType(MultipartWriter.mediaType(Acceptable.DICOM, boundary));
            parts(given, boundary, response.getOutputStream());
        } else {
            response.setContentType(given.get(0).contentType());
            write(given.get(0), response.getOutputStream());
        }
    }

    private Optional<Given> given(Instance instance, List<Offer> offers) {
        String stored = instance.transferSyntax();
        for (Offer offer : offers) {
            String wanted = offer.transferSyntax();
            if (offer.takesAnySyntax() || wanted.equals(stored)
                    || wanted.isEmpty() && stored.equals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)) {
                return Optional.of(new Given(instance, true));
            }
            if ((wanted.isEmpty() || wanted.equals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)) && images.undecodable(stored).isEmpty()) {
                return Optional.of(new Given(instance, false));
            }
        }
        return Optional.empty();
    }

    private void parts(List<Given> given, String boundary, OutputStream out) throws IOException {
        // A failure leaves the message without its end, so that nobody takes it for the whole.
        MultipartWriter parts = new MultipartWriter(out, boundary);
        for (Given one : given) {
            parts.part(one.contentType(), content -> write(one, content));
        }
        parts.close();
    }

    private void write(Given given, OutputStream out) throws IOException {
        try {
            if (given.asStored) {
                Files.copy(given.instance.file(), out);
            } else {
                plain.write(given.instance.file(), out);
            }
        } catch (UnusableInputException unusable) {
            throw new DamagedObjectException(given.instance.words(unusable));
        }
    }
}
