package spine.io.dicom.internal.gsps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.display.DisplayWindow;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceImages;

/**
 * Images of one stack that share what a presentation state has only once: the modality LUT, the displayed area, and
 * whether low values are white.
 *
 * @param slices at least one
 * @param modality attributes of their Modality LUT Module (PS3.3 C.11.1); empty if they have none
 * @param inverted whether they are MONOCHROME1
 * @param window in which the report shows the stack
 */
record PresentedImages(List<Slice> slices, DicomObject modality, boolean inverted, DisplayWindow window) {

    /** Images with one grey window. */
    record Windowed(List<Slice> slices, double centre, double width) {
    }

    static List<PresentedImages> of(SliceStack stack, SourceImages images, DisplayWindow window) {
        Map<String, PresentedImages> groups = new LinkedHashMap<>();
        for (Slice slice : stack.slices()) {
            DicomObject modality = modality(images.attributes(slice, ResultTag.PixelValueTransformationSequence));
            boolean inverted = images.header(slice).text(Tag.PhotometricInterpretation).equals("MONOCHROME1");
            String key = inverted + " " + modality.texts(Tag.RescaleSlope) + modality.texts(Tag.RescaleIntercept)
                    + (modality.items(ResultTag.ModalityLUTSequence).isEmpty() ? "" : slice.sopInstanceUid())
                    + images.grid(slice).orientation();
            groups.computeIfAbsent(key, any -> new PresentedImages(new ArrayList<>(), modality, inverted, window)).slices.add(slice);
        }
        return List.copyOf(groups.values());
    }

    private static DicomObject modality(DicomObject source) {
        DicomObject modality = new DicomObject();
        if (!source.items(ResultTag.ModalityLUTSequence).isEmpty()) {
            return modality.put(source.element(ResultTag.ModalityLUTSequence).orElseThrow());
        }
        double slope = source.number(Tag.RescaleSlope);
        double intercept = source.number(Tag.RescaleIntercept);
        if (Double.isFinite(slope) && slope != 0) {
            modality.decimals(Tag.RescaleIntercept, Double.isFinite(intercept) ? intercept : 0).decimals(Tag.RescaleSlope, slope)
                    .text(ResultTag.RescaleType, "LO", "US");
        }
        return modality;
    }

    /** Puts the modality LUT into a presentation state. */
    void copyModality(DicomObject target) {
        for (DicomElement element : modality.elements()) {
            target.put(element);
        }
    }

    /**
     * The images by their grey windows: those of the images themselves; images that name none get the linear part of the window of the
     * report, which is chosen for marrow. Of an inverted image that names no window nothing is said, since its signals are not known.
     */
    List<Windowed> windows(SourceImages images) {
        Map<String, Windowed> windows = new LinkedHashMap<>();
        for (Slice slice : slices) {
            DicomObject voi = images.attributes(slice, ResultTag.FrameVOILUTSequence);
            double centre = voi.number(Tag.WindowCenter);
            double width = voi.number(Tag.WindowWidth);
            if (!Double.isFinite(centre) || !(width >= 1)) {
                if (inverted) {
                    continue;
                }
                centre = (window.black() + (double) window.white()) / 2;
                width = Math.max(1, (double) window.white() - window.black());
            }
            Windowed windowed = new Windowed(new ArrayList<>(), centre, width);
            windows.computeIfAbsent(centre + "/" + width, any -> windowed).slices.add(slice);
        }
        return List.copyOf(windows.values());
    }
}
