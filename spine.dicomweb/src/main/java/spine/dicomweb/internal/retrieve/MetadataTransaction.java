package spine.dicomweb.internal.retrieve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.bulk.BulkAddresses;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.ServiceRoot;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.uri.Resource;
import spine.io.dicomweb.json.DicomJsonWriter;

/** Retrieves the metadata of objects: all attributes, large binary values as addresses (PS3.18 10.4.1.1.2). */
public final class MetadataTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataTransaction.class);
    private static final int AVAILABLE_TRANSFER_SYNTAX = 0x00083002;

    private final ArchivedStudies archive;
    private final DicomCodec codec;

    public MetadataTransaction(ArchivedStudies archive, DicomCodec codec) {
        this.archive = archive;
        this.codec = codec;
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        List<Instance> found = Found.all(archive, resource.scope());
        response.setContentType(Acceptable.of(request).single(Acceptable.DICOM_JSON, Acceptable.JSON).orElseThrow(() ->
                new HttpFailure(HttpFailure.NOT_ACCEPTABLE, "Metadata are application/dicom+json.")));
        String root = ServiceRoot.of(request);
        try (DicomJsonWriter json = DicomJsonWriter.array(response.getOutputStream())) {
            for (Instance instance : found) {
                Optional<DicomObject> metadata = metadata(instance);
                if (metadata.isPresent()) {
                    json.write(metadata.get(), new BulkAddresses(root, instance));
                }
            }
        }
    }

    private Optional<DicomObject> metadata(Instance instance) throws IOException {
        try (DicomFile file = codec.open(instance.file())) {
            DicomObject header = file.header();
            if (file.pixelData().isPresent()) {
                String vr = header.integer(Tag.BitsAllocated, 16) > 8 ? "OW" : "OB";
                header.put(new DicomElement(Tag.PixelData, vr, null, null, List.of()));
            }
            return Optional.of(header.text(AVAILABLE_TRANSFER_SYNTAX, "UI", instance.transferSyntax()));
        } catch (NoSuchFileException | UnusableInputException gone) {
            LOG.warn("{}", instance.words(gone));
            return Optional.empty();
        }
    }
}
