package spine.phantom.internal.core.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.dicom.DicomCodec;
import spine.phantom.internal.core.scan.Scan;

/** Writes the images of a synthetic study, one folder per series. */
final class SeriesWriter {
    private final DicomCodec codec;
    private final ImageEncoder images;

    SeriesWriter(DicomCodec codec, ImageEncoder images) {
        this.codec = codec;
        this.images = images;
    }

    /** Writes the images of a scan and returns the scan with images that name their files. */
    Scan write(Scan scan, Path study) throws IOException {
        Path folder = Files.createDirectories(study.resolve(String.format(Locale.ROOT, "series-%02d", scan.series().index() + 1)));
        List<Slice> written = new ArrayList<>();
        for (int i = 0; i < scan.stack().slices().size(); i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "image-%03d.dcm", scan.series().firstImage() + i + 1));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                codec.write(images.image(scan, i), out);
            }
            Slice slice = scan.stack().slices().get(i);
            written.add(new Slice(slice.sopInstanceUid(), slice.sopClassUid(), slice.plane(), slice.rows(), slice.columns(),
                    slice.pixels(), Optional.of(file.toUri())));
        }
        SliceStack stack = scan.stack();
        return scan.with(new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(),
                stack.acquisition(), written));
    }
}
