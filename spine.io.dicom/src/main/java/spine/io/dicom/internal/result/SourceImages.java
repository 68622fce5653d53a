package spine.io.dicom.internal.result;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.image.ImageReference;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.header.PlaneReader;
import spine.io.dicom.internal.orientation.StoredGrid;

/** The images that a result is about, with their headers: what never travels through the platform is read from the files again. */
public final class SourceImages {
    private static final DicomObject UNKNOWN = new DicomObject();

    private final List<SliceStack> stacks;
    private final Map<String, DicomObject> headers;

    private SourceImages(List<SliceStack> stacks, Map<String, DicomObject> headers) {
        this.stacks = List.copyOf(stacks);
        this.headers = headers;
    }

    /**
     * Reads the header of every image.
     *
     * @param stacks at least one
     * @throws IOException if a file cannot be read any more
     */
    public static SourceImages of(List<SliceStack> stacks, DicomCodec codec) throws IOException {
        Map<URI, DicomObject> files = new HashMap<>();
        Map<String, DicomObject> headers = new HashMap<>();
        for (SliceStack stack : stacks) {
            for (Slice slice : stack.slices()) {
                if (slice.source().isPresent()) {
                    URI file = slice.source().get();
                    if (!files.containsKey(file)) {
                        files.put(file, read(file, codec));
                    }
                    headers.put(slice.sopInstanceUid(), files.get(file));
                }
            }
        }
        return new SourceImages(stacks, headers);
    }

    private static DicomObject read(URI file, DicomCodec codec) throws IOException {
        try {
            return codec.read(Path.of(file), false);
        } catch (UnusableInputException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The same images of one stack alone. */
    public SourceImages of(SliceStack stack) {
        return new SourceImages(List.of(stack), headers);
    }

    public List<SliceStack> stacks() {
        return stacks;
    }

    /** The data set that holds the image, without pixels; empty for an image made in memory. */
    public DicomObject header(Slice slice) {
        return headers.getOrDefault(slice.sopInstanceUid(), UNKNOWN);
    }

    /**
     * Attributes of an image that a multi-frame object has in a functional group, of the frame or of all frames, and any other in itself.
     *
     * @param group the sequence of the functional group
     */
    public DicomObject attributes(Slice slice, int group) {
        DicomObject header = header(slice);
        int frame = ImageReference.of(slice.sopInstanceUid()).frame();
        List<DicomObject> frames = header.items(ResultTag.PerFrameFunctionalGroupsSequence);
        DicomObject own = frame > 0 && frame <= frames.size() ? frames.get(frame - 1) : UNKNOWN;
        return Stream.of(own, header.items(ResultTag.SharedFunctionalGroupsSequence).stream().findFirst().orElse(UNKNOWN))
                .flatMap(groups -> groups.items(group).stream()).findFirst().orElse(header);
    }

    /** The pixels of a slice as its file has them. */
    public StoredGrid grid(Slice slice) {
        return StoredGrid.of(slice, PlaneReader.of(header(slice), ImageReference.of(slice.sopInstanceUid()).frame()).plane());
    }

    /** Those of all slices of a stack, in its order. */
    public List<StoredGrid> grids(SliceStack stack) {
        return stack.slices().stream().map(this::grid).toList();
    }

    /** Patient and study of the first image: the same for all that is made of the study. */
    public SourceAttributes attributes() {
        return new SourceAttributes(header(stacks.get(0).slices().get(0)));
    }

    /** The images by the series in which the archive has them, in the order of the stacks: a stack may have been gathered from several. */
    public Map<String, List<Slice>> bySeries() {
        Map<String, List<Slice>> series = new LinkedHashMap<>();
        for (SliceStack stack : stacks) {
            for (Slice slice : stack.slices()) {
                series.computeIfAbsent(seriesOf(stack, slice), any -> new ArrayList<>()).add(slice);
            }
        }
        return series;
    }

    /** The series in which the archive has an image of the stack; that of the stack where the image names none that is valid. */
    public String seriesOf(SliceStack stack, Slice slice) {
        String own = header(slice).text(Tag.SeriesInstanceUID);
        return DicomUid.isValid(own) ? own : stack.seriesInstanceUid();
    }

    /** Items of ReferencedSeriesSequence (PS3.3 C.12.2). */
    public DicomObject[] referencedSeries() {
        return bySeries().entrySet().stream().map(series -> new DicomObject().text(Tag.SeriesInstanceUID, "UI", series.getKey())
                .sequence(ResultTag.ReferencedInstanceSequence, ImageReferences.instances(series.getValue()))).toArray(DicomObject[]::new);
    }
}
