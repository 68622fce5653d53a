package spine.dicomweb.internal.retrieve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.PixelData;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.pixel.DicomImages;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.bulk.BulkValue;
import spine.dicomweb.internal.frame.DecodingSlots;
import spine.dicomweb.internal.frame.FrameBytes;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.Acceptable.Offer;
import spine.dicomweb.internal.http.DamagedObjectException;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.uri.Resource;
import spine.io.dicomweb.multipart.MultipartWriter;

/** Retrieves binary values by the addresses that metadata have of them (PS3.18 10.4.1.1.5): little endian, compressed pixels decoded. */
public final class BulkDataTransaction implements Transaction {
    private static final String CONTENT_TYPE = Acceptable.OCTETS + "; transfer-syntax=" + TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    private static final String PIXEL_DATA = String.format("%08X", Tag.PixelData);
    private static final int CHUNK = 1 << 20;

    private final ArchivedStudies archive;
    private final DicomImages images;
    private final DicomCodec codec;
    private final DecodingSlots slots;

    public BulkDataTransaction(ArchivedStudies archive, DicomImages images, DicomCodec codec, DecodingSlots slots) {
        this.archive = archive;
        this.images = images;
        this.codec = codec;
        this.slots = slots;
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        Instance instance = Found.one(archive, resource);
        Offer offer = Acceptable.of(request).offers(true, Acceptable.OCTETS).stream().filter(one -> one.transferSyntax().isEmpty()
                || one.takesAnySyntax() || one.transferSyntax().equals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)).findFirst()
                .orElseThrow(() -> new HttpFailure(HttpFailure.NOT_ACCEPTABLE, "Binary values are application/octet-stream."));
        MultipartWriter.Content content = content(resource.rest(), instance);
        if (offer.isMultipart()) {
            String boundary = MultipartWriter.newBoundary();
            response.setContentType(MultipartWriter.mediaType(Acceptable.OCTETS, boundary));
            MultipartWriter parts = new MultipartWriter(response.getOutputStream(), boundary);
            parts.part(CONTENT_TYPE, content);
            parts.close();
        } else {
            response.setContentType(CONTENT_TYPE);
            content.writeTo(response.getOutputStream());
        }
    }

    private MultipartWriter.Content content(List<String> place, Instance instance) throws IOException, HttpFailure {
        try (DicomFile file = codec.open(instance.file())) {
            if (place.equals(List.of(PIXEL_DATA)) && file.pixelData().isPresent()) {
                boolean isEncapsulated = file.pixelData().get().isEncapsulated();
                return out -> pixels(instance, isEncapsulated, out);
            }
            byte[] value = BulkValue.at(place, file.header()).orElseThrow(() -> new HttpFailure(HttpFailure.NOT_FOUND,
                    "The object has no binary value at this place."));
            return out -> out.write(value);
        } catch (UnusableInputException unusable) {
            throw new DamagedObjectException(instance.words(unusable));
        }
    }

    private void pixels(Instance instance, boolean isEncapsulated, OutputStream out) throws IOException {
        try {
            if (isEncapsulated) {
                decoded(instance, out);
            } else {
                stored(instance, out);
            }
        } catch (UnusableInputException unusable) {
            throw new DamagedObjectException(instance.words(unusable));
        }
    }

    private void decoded(Instance instance, OutputStream out) throws IOException, UnusableInputException {
        try (FrameBytes frames = new FrameBytes(instance.file(), images, codec, slots)) {
            for (int frame = 0; frame < frames.count(); frame++) {
                out.write(frames.frame(frame));
            }
        }
    }

    private void stored(Instance instance, OutputStream out) throws IOException, UnusableInputException {
        try (DicomFile file = codec.open(instance.file())) {
            PixelData pixels = file.pixelData().orElseThrow();
            for (long at = 0; at < pixels.length(0); at += CHUNK) {
                out.write(pixels.read(0, at, (int) Math.min(CHUNK, pixels.length(0) - at)));
            }
        }
    }
}
