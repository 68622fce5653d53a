package spine.io.dicom.internal.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.dicom.DicomLimits;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.DicomImages;
import spine.dicom.pixel.GreyFrame;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.ImageSource;
import spine.io.dicom.internal.orientation.StoredOrientation;
import spine.io.dicom.internal.selection.Station;

/** Reads the pixels of a station, of several files at once. */
final class StationLoader {
    private final DicomImages images;

    StationLoader(DicomImages images) {
        this.images = images;
    }

    /**
     * @param notes takes what was left out or in doubt, the same note perhaps several times
     * @throws UnusableInputException naming the file that cannot be used
     */
    SliceStack load(Station station, Consumer<Note> notes) throws UnusableInputException {
        demandSize(station);
        Map<Path, List<ImageHeader>> byFile = station.slices().stream()
                .collect(Collectors.groupingBy(header -> header.source().file(), LinkedHashMap::new, Collectors.toList()));
        Map<ImageSource, Slice> slices = new HashMap<>();
        for (Loaded file : byFile.values().parallelStream().map(this::load).toList()) {
            file.notes.forEach(notes);
            slices.putAll(file.slices);
            if (file.failure.isPresent()) {
                throw file.failure.get();
            }
        }
        ImageHeader first = station.first();
        return new SliceStack(station.series().uid(), first.uids().frameOfReference(), first.description(),
                first.parameters().acquisition(), station.slices().stream().map(header -> slices.get(header.source())).toList());
    }

    /** Before any pixel is read, since all of them are kept. */
    private static void demandSize(Station station) throws UnusableInputException {
        int slices = station.slices().size();
        long samples = station.slices().stream().mapToLong(slice -> (long) slice.rows() * slice.columns()).sum();
        if (slices > DicomLimits.STANDARD.stackSlices() || samples > DicomLimits.STANDARD.stackSamples()) {
            throw new UnusableInputException(station.first().source().file() + " belongs to a station that is too large: " + slices
                    + " images of " + samples + " pixels together; at most " + DicomLimits.STANDARD.stackSlices() + " images and "
                    + DicomLimits.STANDARD.stackSamples() + " pixels are read");
        }
    }

    /**
     * What a file holds of the station.
     *
     * @param failure why that is not all
     */
    private record Loaded(Map<ImageSource, Slice> slices, List<Note> notes, Optional<UnusableInputException> failure) {
    }

    /** @param headers of images in the same file, at least one */
    private Loaded load(List<ImageHeader> headers) {
        Path file = headers.get(0).source().file();
        Map<ImageSource, Slice> slices = new HashMap<>();
        List<Note> notes = new ArrayList<>();
        try (DicomImage image = images.open(file)) {
            for (ImageHeader header : headers) {
                slices.put(header.source(), slice(header, image, notes::add));
            }
            return new Loaded(slices, notes, Optional.empty());
        } catch (UnusableInputException unusable) {
            return new Loaded(slices, notes, Optional.of(unusable));
        } catch (IOException unreadable) {
            return new Loaded(slices, notes, Optional.of(new UnusableInputException(file + " cannot be read", unreadable)));
        }
    }

    private static Slice slice(ImageHeader header, DicomImage image, Consumer<Note> notes) throws UnusableInputException, IOException {
        int rows = header.rows();
        int columns = header.columns();
        StoredOrientation orientation = header.orientation();
        boolean same = image.format().rows() == orientation.storedRows(rows, columns)
                && image.format().columns() == orientation.storedColumns(rows, columns);
        if (!same || header.source().frameIndex() >= image.frames()) {
            throw new UnusableInputException(header.source().file() + " has another size than its header gave before");
        }
        GreyFrame frame = image.grey(header.source().frameIndex());
        frame.notes().forEach(notes);
        return new Slice(header.identity(), header.uids().sopClass(), header.plane().orElseThrow(), rows, columns,
                orientation.upright(frame.values(), rows, columns), Optional.of(header.source().file().toUri()));
    }
}
