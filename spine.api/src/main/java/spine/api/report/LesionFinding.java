package spine.api.report;

import java.util.List;
import java.util.Objects;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;

/**
 * One candidate lesion: connected marrow of one vertebral body in one stack in which the oedema model sees oedema, over as many slices
 * as it reaches, with the probability that it is inflammation. All that is said of images, units and the study follows from the findings
 * that count.
 *
 * @param id {@code F1}, {@code F2}, ... in the order of the stacks, then from head to foot; {@code P1}, {@code P2}, ... for what a person
 *     outlined in a corrected result, whose probability is 1; unique in its study
 * @param stack index of the stack it lies in
 * @param vertebra the body it lies in
 * @param place where in the body
 * @param units the units, from head to foot, to whose score it may add: those that are scored on its stack and in which it has the minimum
 *     quadrant area on some slice; may be empty
 * @param slices SOP instance UIDs of the images it is seen on, in stack order, at least one
 * @param areaMm2 area inside its outline on the slice where that is largest, mm2
 * @param volumeMm3 area over all slices times their distance, mm3
 * @param contrast its signal over that of the normal marrow around it; NaN if there is too little marrow to compare with
 * @param endplateMm least distance of its outline from the nearest endplate of its body, mm, 0 if it touches; NaN if those are not known
 * @param probability that it is inflammation, 0..1, four decimals
 * @param counts whether that reaches the threshold of the model's {@link spine.api.model.FindingRule}
 * @param reason why it counts or not, one sentence
 */
public record LesionFinding(String id, int stack, Vertebra vertebra, LesionPlace place, List<DiscLevel> units, List<String> slices,
        double areaMm2, double volumeMm3, double contrast, double endplateMm, double probability, boolean counts, String reason) {

    public LesionFinding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(vertebra, "vertebra");
        Objects.requireNonNull(place, "place");
        units = List.copyOf(units);
        slices = List.copyOf(slices);
        Objects.requireNonNull(reason, "reason");
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("finding " + id + " is seen on no image");
        }
    }
}
