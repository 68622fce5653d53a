package spine.dicomweb.internal.retrieve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.TransferSyntax;
import spine.dicom.pixel.DicomImages;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.frame.DecodingSlots;
import spine.dicomweb.internal.frame.FrameBytes;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.Acceptable.Offer;
import spine.dicomweb.internal.http.DamagedObjectException;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.uri.Resource;
import spine.io.dicomweb.multipart.MultipartWriter;

/** Retrieves frames (PS3.18 10.4.1.1.6): decoded, or compressed as they are stored where a client asks for their media type. */
public final class FramesTransaction implements Transaction {
    /** Media types of compressed frames (PS3.18 table 8.7.3-5), by the end of the transfer syntax UID. */
    private static final Map<String, String> MEDIA_TYPES = Map.of("4.50", "image/jpeg", "4.51", "image/jpeg", "4.57", "image/jpeg", "4.70",
            "image/jpeg", "4.80", "image/jls", "4.81", "image/jls", "4.90", "image/jp2", "4.91", "image/jp2", "5", "image/dicom-rle");
    private static final String UID_ROOT = "1.2.840.10008.1.2.";

    private final ArchivedStudies archive;
    private final DicomImages images;
    private final DicomCodec codec;
    private final DecodingSlots slots;

    public FramesTransaction(ArchivedStudies archive, DicomImages images, DicomCodec codec, DecodingSlots slots) {
        this.archive = archive;
        this.images = images;
        this.codec = codec;
        this.slots = slots;
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        Instance instance = Found.one(archive, resource);
        if (resource.rest().size() != 1) {
            throw new HttpFailure(HttpFailure.NOT_FOUND, "There is no such resource of frames.");
        }
        try (FrameBytes frames = new FrameBytes(instance.file(), images, codec, slots)) {
            List<Integer> wanted = FrameNumbers.parse(resource.rest().get(0), frames.count());
            boolean canBeStored = !frames.isNative() && frames.encoded(0).isPresent();
            Offer offer = offer(Acceptable.of(request).offers(wanted.size() == 1, Acceptable.OCTETS,
                    canBeStored ? storedType(instance) : Acceptable.OCTETS), instance);
            boolean asStored = !offer.type().equals(Acceptable.OCTETS);
            String contentType = offer.type() + "; transfer-syntax="
                    + (asStored ? instance.transferSyntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
            byte[] first = bytes(frames, wanted.get(0), asStored);
            if (!offer.isMultipart()) {
                response.setContentType(contentType);
                response.setContentLength(first.length);
                response.getOutputStream().write(first);
                return;
            }
            String boundary = MultipartWriter.newBoundary();
            response.setContentType(MultipartWriter.mediaType(offer.type(), boundary));
            MultipartWriter parts = new MultipartWriter(response.getOutputStream(), boundary);
            parts.part(contentType, out -> out.write(first));
            for (int frame : wanted.subList(1, wanted.size())) {
                byte[] bytes = bytes(frames, frame, asStored);
                parts.part(contentType, out -> out.write(bytes));
            }
            parts.close();
        } catch (UnusableInputException unusable) {
            throw new DamagedObjectException(instance.words(unusable));
        }
    }

    private static byte[] bytes(FrameBytes frames, int frame, boolean asStored) throws IOException, UnusableInputException {
        return asStored ? frames.encoded(frame).orElseThrow() : frames.frame(frame);
    }

    private static String storedType(Instance instance) {
        return instance.transferSyntax().startsWith(UID_ROOT)
                ? MEDIA_TYPES.getOrDefault(instance.transferSyntax().substring(UID_ROOT.length()), Acceptable.OCTETS)
                : Acceptable.OCTETS;
    }

    private static Offer offer(List<Offer> offers, Instance instance) throws HttpFailure {
        return offers.stream().filter(offer -> offer.transferSyntax().isEmpty() || offer.takesAnySyntax() || offer.transferSyntax().equals(
                offer.type().equals(Acceptable.OCTETS) ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : instance.transferSyntax())).findFirst()
                .orElseThrow(() -> new HttpFailure(HttpFailure.NOT_ACCEPTABLE,
                        "Frames are given as application/octet-stream in explicit VR little endian, or compressed as they are stored."));
    }
}
