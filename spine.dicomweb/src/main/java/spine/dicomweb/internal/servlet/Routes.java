package spine.dicomweb.internal.servlet;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import spine.api.intake.Intake;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.frame.DecodingSlots;
import spine.dicomweb.internal.frame.PlainObject;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.query.SearchTransaction;
import spine.dicomweb.internal.render.PictureTransaction;
import spine.dicomweb.internal.retrieve.BulkDataTransaction;
import spine.dicomweb.internal.retrieve.FramesTransaction;
import spine.dicomweb.internal.retrieve.MetadataTransaction;
import spine.dicomweb.internal.retrieve.ObjectsTransaction;
import spine.dicomweb.internal.store.StoreTransaction;
import spine.dicomweb.internal.uri.Resource;

/** Which transaction answers which request (PS3.18 10.1.1). */
public final class Routes {
    private final Map<String, Transaction> whole;
    private final Transaction frames;
    private final Transaction bulkData;
    private final Transaction pictures;
    private final Transaction store;

    /** @param receiving folder for objects that are being received; exists */
    public Routes(ArchivedStudies archive, Intake intake, DicomCodec codec, DicomImages images, Path receiving) {
        DecodingSlots slots = new DecodingSlots(Runtime.getRuntime().availableProcessors());
        Transaction search = new SearchTransaction(archive, codec);
        this.whole = Map.of("studies", search, "series", search, "instances", search,
                "", new ObjectsTransaction(archive, images, new PlainObject(codec, images, slots)),
                "metadata", new MetadataTransaction(archive, codec));
        this.frames = new FramesTransaction(archive, images, codec, slots);
        this.bulkData = new BulkDataTransaction(archive, images, codec, slots);
        this.pictures = new PictureTransaction(archive, images, slots);
        this.store = new StoreTransaction(intake, codec, receiving);
    }

    /** @return empty if there is nothing for that method at that place */
    Optional<Transaction> of(String method, Resource resource) {
        return switch (method) {
            // Of an answer to HEAD the server sends the header alone.
            case "GET", "HEAD" -> get(resource);
            case "POST" -> Optional.of(store).filter(found -> takesObjects(resource));
            default -> Optional.empty();
        };
    }

    private Optional<Transaction> get(Resource resource) {
        if (PictureTransaction.isPicture(resource)) {
            return Optional.of(pictures);
        }
        return switch (resource.kind()) {
            case "frames" -> Optional.of(frames);
            case "bulkdata" -> Optional.of(bulkData);
            default -> Optional.ofNullable(whole.get(resource.kind())).filter(found -> resource.rest().isEmpty());
        };
    }

    private static boolean takesObjects(Resource resource) {
        boolean isStudy = !resource.scope().study().isEmpty() && resource.scope().series().isEmpty() && resource.kind().isEmpty();
        return isStudy || resource.scope().study().isEmpty() && resource.kind().equals("studies") && resource.rest().isEmpty();
    }
}
