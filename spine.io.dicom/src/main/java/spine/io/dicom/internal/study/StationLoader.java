package spine.io.dicom.internal.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.pixel.NativePixelDecoder;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.selection.Station;

/** Reads the pixels of a station. */
final class StationLoader {
    private final DicomCodec codec;
    private final NativePixelDecoder decoder = new NativePixelDecoder();

    StationLoader(DicomCodec codec) {
        this.codec = codec;
    }

    /** @throws UnusableInputException naming the file that cannot be used */
    SliceStack load(Station station) throws UnusableInputException {
        List<Slice> slices = new ArrayList<>();
        for (ImageHeader header : station.slices()) {
            slices.add(slice(header));
        }
        ImageHeader first = station.first();
        return new SliceStack(station.series().uid(), first.uids().frameOfReference(), first.description(),
                first.parameters().acquisition(), slices);
    }

    private Slice slice(ImageHeader header) throws UnusableInputException {
        try {
            DicomObject object = codec.read(header.source().file(), true);
            if (object.integer(Tag.Rows, 0) != header.rows() || object.integer(Tag.Columns, 0) != header.columns()) {
                throw new UnusableInputException(header.source().file() + " has another size than its header gave before");
            }
            float[] pixels = decoder.decode(object, header.source().file().toString());
            return new Slice(header.identity(), header.uids().sopClass(), header.plane().orElseThrow(), header.rows(),
                    header.columns(), pixels, Optional.of(header.source().file().toUri()));
        } catch (IOException e) {
            throw new UnusableInputException(header.source().file() + " cannot be read", e);
        }
    }
}
