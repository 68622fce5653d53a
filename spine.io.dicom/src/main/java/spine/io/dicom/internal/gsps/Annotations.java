package spine.io.dicom.internal.gsps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import spine.api.anatomy.Disc;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.score.LesionMap;
import spine.common.raster.MaskOutline;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.orientation.StoredGrid;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultTag;

/**
 * What is drawn over the images of one stack (PS3.3 C.10.5): outlines of oedema, names of discs. Coordinates are those of stored
 * pixels.
 */
final class Annotations {
    static final String OEDEMA_LAYER = "OEDEMA";
    static final String LEVEL_LAYER = "LEVELS";
    /** The value of VR FL has at most 65534 bytes. */
    private static final int MOST_POINTS = 8000;

    private final SliceStack stack;
    private final List<StoredGrid> grids;
    private final StackAnatomy anatomy;
    private final LesionMap lesions;

    /** @param grids of the slices of the stack */
    Annotations(SliceStack stack, List<StoredGrid> grids, StackAnatomy anatomy, LesionMap lesions) {
        this.stack = stack;
        this.grids = grids;
        this.anatomy = anatomy;
        this.lesions = lesions;
    }

    /** Whether there is anything to draw on one of the images. */
    boolean isOnAny(List<Slice> slices) {
        return slices.stream().anyMatch(slice -> !of(slice).isEmpty());
    }

    /** Items of GraphicAnnotationSequence for one image. */
    List<DicomObject> of(Slice slice) {
        int index = stack.slices().indexOf(slice);
        List<DicomObject> items = new ArrayList<>();
        StoredGrid grid = grids.get(index);
        byte[] lesion = grid.stored(lesions.lesion()[index]);
        List<DicomObject> outlines = outlines(grid, pixel -> lesion[pixel] != 0);
        if (!outlines.isEmpty()) {
            items.add(annotation(slice, OEDEMA_LAYER).sequence(ResultTag.GraphicObjectSequence, outlines.toArray(DicomObject[]::new)));
        }
        List<DicomObject> names = names(grid.stored(anatomy.structures()[index]), grid.columns());
        if (!names.isEmpty()) {
            items.add(annotation(slice, LEVEL_LAYER).sequence(ResultTag.TextObjectSequence, names.toArray(DicomObject[]::new)));
        }
        return items;
    }

    private static DicomObject annotation(Slice slice, String layer) {
        return new DicomObject().sequence(ResultTag.ReferencedImageSequence, ImageReferences.to(slice))
                .text(ResultTag.GraphicLayer, "CS", layer);
    }

    private List<DicomObject> outlines(StoredGrid grid, IntPredicate inside) {
        List<DicomObject> items = new ArrayList<>();
        for (List<MaskOutline.Point> loop : MaskOutline.of(grid.rows(), grid.columns(), inside)) {
            List<MaskOutline.Point> closed = new ArrayList<>(loop);
            closed.add(loop.get(0));
            for (int first = 0; first < closed.size() - 1; first += MOST_POINTS - 1) {
                items.add(polyline(closed.subList(first, Math.min(closed.size(), first + MOST_POINTS))));
            }
        }
        return items;
    }

    private static DicomObject polyline(List<MaskOutline.Point> points) {
        float[] data = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            data[2 * i] = (float) points.get(i).x();
            data[2 * i + 1] = (float) points.get(i).y();
        }
        return new DicomObject().text(ResultTag.GraphicAnnotationUnits, "CS", "PIXEL")
                .unsignedShorts(ResultTag.GraphicDimensions, 2)
                .unsignedShorts(ResultTag.NumberOfGraphicPoints, points.size())
                .put(floats(ResultTag.GraphicData, data))
                .text(ResultTag.GraphicType, "CS", "POLYLINE").text(ResultTag.GraphicFilled, "CS", "N");
    }

    private List<DicomObject> names(byte[] structures, int columns) {
        List<DicomObject> items = new ArrayList<>();
        for (Disc disc : anatomy.discs()) {
            middle(structures, columns, StackAnatomy.discCode(disc.level())).ifPresent(middle -> items.add(new DicomObject()
                    .text(ResultTag.AnchorPointAnnotationUnits, "CS", "PIXEL")
                    .text(ResultTag.UnformattedTextValue, "ST", disc.level().label())
                    .put(floats(ResultTag.AnchorPoint, (float) middle.x(), (float) middle.y()))
                    .text(ResultTag.AnchorPointVisibility, "CS", "N")));
        }
        return items;
    }

    private static Optional<MaskOutline.Point> middle(byte[] structures, int columns, byte code) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int pixel = 0; pixel < structures.length; pixel++) {
            if (structures[pixel] == code) {
                x += pixel % columns + 0.5;
                y += pixel / columns + 0.5;
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new MaskOutline.Point(x / count, y / count));
    }

    private static DicomElement floats(int tag, float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return DicomElement.of(tag, "FL", buffer.array());
    }
}
