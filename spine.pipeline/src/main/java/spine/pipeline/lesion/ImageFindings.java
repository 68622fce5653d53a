package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.List;

import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ImageCalibration;
import spine.api.model.ModelRole;
import spine.api.report.ImageFinding;
import spine.api.score.LesionMap;

/** Says of every image of a stack whether it shows oedema inside vertebral bodies, and how probably. */
final class ImageFindings {

    private ImageFindings() {
    }

    /**
     * @param calibration from the highest probability of oedema to that of an inflamed image
     * @param found what was found in the stack, at one operating point or several
     * @return one finding per image of the stack, in stack order
     */
    static List<ImageFinding> of(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema, ImageCalibration calibration,
            List<LesionMap> found) {
        int lesionClass = oedema.indexOf(ModelRole.LESION);
        double pixelArea = stack.plane().pixelArea();
        List<ImageFinding> findings = new ArrayList<>();
        for (int slice = 0; slice < stack.slices().size(); slice++) {
            int at = slice;
            boolean inflamed = found.stream().anyMatch(map -> area(map.lesion()[at], pixelArea) >= LesionFilter.MINIMUM_AREA_MM2);
            double probability = calibration.of(highest(oedema.map(lesionClass, slice), anatomy.structures()[slice], pixelArea));
            findings.add(new ImageFinding(stack.slices().get(slice).sopInstanceUid(), inflamed, probability));
        }
        return findings;
    }

    private static double area(byte[] mask, double pixelArea) {
        int pixels = 0;
        for (byte value : mask) {
            pixels += value;
        }
        return pixels * pixelArea;
    }

    /**
     * The probability that the brightest pixels inside bodies reach together over the minimum area: a maximum that a
     * single stray pixel cannot move. 0 if the image shows less bone than that.
     */
    private static double highest(byte[] map, byte[] structures, double pixelArea) {
        int[] histogram = new int[256];
        for (int i = 0; i < map.length; i++) {
            if (StackAnatomy.isBody(structures[i])) {
                histogram[map[i] & 0xff]++;
            }
        }
        int wanted = (int) Math.ceil(LesionFilter.MINIMUM_AREA_MM2 / pixelArea);
        int brighter = 0;
        for (int value = 255; value > 0; value--) {
            brighter += histogram[value];
            if (brighter >= wanted) {
                return value / 255.0;
            }
        }
        return 0;
    }
}
