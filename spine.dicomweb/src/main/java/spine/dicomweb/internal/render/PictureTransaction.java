package spine.dicomweb.internal.render;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.DicomImages;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.frame.DecodingSlots;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.DamagedObjectException;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.retrieve.FrameNumbers;
import spine.dicomweb.internal.retrieve.Found;
import spine.dicomweb.internal.uri.Resource;

/**
 * Retrieves a frame as a picture: {@code rendered} of an instance or a frame, {@code thumbnail} also of a series or a study, for which an
 * image from the middle stands.
 */
public final class PictureTransaction implements Transaction {
    private static final String THUMBNAIL = "thumbnail";
    private static final Viewport SMALL = new Viewport(128, 128);
    private static final int USUAL_QUALITY = 90;

    private final ArchivedStudies archive;
    private final DicomImages images;
    private final DecodingSlots slots;

    public PictureTransaction(ArchivedStudies archive, DicomImages images, DecodingSlots slots) {
        this.archive = archive;
        this.images = images;
        this.slots = slots;
    }

    /** Whether a resource is a picture. */
    public static boolean isPicture(Resource resource) {
        String what = what(resource);
        return what.equals("rendered") || what.equals(THUMBNAIL);
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        boolean isSmall = what(resource).equals(THUMBNAIL);
        Instance instance = isSmall ? middle(Found.all(archive, resource.scope())) : Found.one(archive, resource);
        String type = Acceptable.of(request).single(PictureFile.JPEG, PictureFile.PNG).orElseThrow(() ->
                new HttpFailure(HttpFailure.NOT_ACCEPTABLE, "Pictures are image/jpeg or image/png."));
        Optional<Window> window = request.getParameter("window") == null ? Optional.empty()
                : Optional.of(Window.parse(request.getParameter("window")));
        Optional<Viewport> viewport = request.getParameter("viewport") == null ? Optional.of(SMALL).filter(small -> isSmall)
                : Optional.of(Viewport.parse(request.getParameter("viewport")));
        int quality = quality(request.getParameter("quality"));
        byte[] picture;
        try (DicomImage image = images.open(instance.file())) {
            int frame = frame(resource, image, isSmall);
            picture = slots.run(() -> {
                BufferedImage drawn = FramePicture.of(image, frame, window);
                return PictureFile.of(viewport.map(size -> size.fit(drawn)).orElse(drawn), type, quality);
            });
        } catch (UnusableInputException unusable) {
            throw new DamagedObjectException(instance.words(unusable));
        }
        response.setContentType(type);
        response.setContentLength(picture.length);
        response.getOutputStream().write(picture);
    }

    private static String what(Resource resource) {
        return resource.kind().equals("frames") && resource.rest().size() == 2 ? resource.rest().get(1) : resource.kind();
    }

    /** Of an instance with several frames the first, or that from the middle for a thumbnail. */
    private static int frame(Resource resource, DicomImage image, boolean isSmall) throws HttpFailure {
        if (!resource.kind().equals("frames")) {
            return isSmall ? image.frames() / 2 : 0;
        }
        List<Integer> frames = FrameNumbers.parse(resource.rest().get(0), image.frames());
        if (frames.size() > 1) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "One frame at a time is given as a picture.");
        }
        return frames.get(0);
    }

    private static Instance middle(List<Instance> instances) throws HttpFailure {
        List<Instance> pictures = instances.stream().filter(one -> one.head().element(Tag.Rows).isPresent()
                && !one.head().text(Tag.Modality).equals("SEG")).toList();
        if (pictures.isEmpty()) {
            throw new HttpFailure(HttpFailure.NOT_FOUND, "There is no image in it.");
        }
        String series = pictures.get(0).series();
        List<Instance> ofSeries = pictures.stream().filter(one -> one.series().equals(series)).toList();
        return ofSeries.get(ofSeries.size() / 2);
    }

    private static int quality(String text) throws HttpFailure {
        if (text == null) {
            return USUAL_QUALITY;
        }
        if (!text.matches("[1-9]\\d?|100")) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "The quality is a number from 1 to 100.");
        }
        return Integer.parseInt(text);
    }
}
