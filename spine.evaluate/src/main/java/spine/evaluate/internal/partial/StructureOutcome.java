package spine.evaluate.internal.partial;

import java.util.Map;
import java.util.Optional;
import spine.agreement.mask.MaskOverlap;
import spine.evaluate.internal.study.ImageMasks;
import spine.evaluate.internal.study.MaskKind;

/**
 * An outlined structure in a report.
 *
 * @param name its level
 * @param kind body or disc
 * @param called the name of the drawn structure that covers enough of it; empty if it was not found
 * @param overlap with all drawn structures of its kind, on the images that show it well
 * @param confidence how sure the report is of the name; NaN if not found
 */
public record StructureOutcome(String name, MaskKind kind, Optional<String> called, MaskOverlap overlap, double confidence) {
    /** A body is found if a drawn body covers half of it; of a disc, which is thin, a quarter. */
    private static final double BODY_COVERED = 0.5;
    private static final double DISC_COVERED = 0.25;
    /** An image shows a structure well if it has at least this share of the pixels of the image with the most. */
    private static final double SHOWN_WELL = 0.5;

    /**
     * @param drawn masks of the report by name, of the kind
     * @param confidences of the report's names
     */
    static StructureOutcome of(OutlinedStructure structure, Map<String, ImageMasks> drawn, Map<String, Double> confidences) {
        double needed = structure.masks().pixels() * (structure.kind() == MaskKind.BODY ? BODY_COVERED : DISC_COVERED);
        String best = null;
        long most = 0;
        ImageMasks all = new ImageMasks();
        for (Map.Entry<String, ImageMasks> candidate : drawn.entrySet()) {
            long covered = structure.masks().within(candidate.getValue()).pixels();
            if (covered > 0) {
                all.add(candidate.getValue());
            }
            if (covered > most && covered >= needed) {
                best = candidate.getKey();
                most = covered;
            }
        }
        ImageMasks truth = new ImageMasks();
        ImageMasks prediction = new ImageMasks();
        for (String image : structure.masks().images()) {
            if (structure.masks().on(image).cardinality() >= SHOWN_WELL * structure.masks().largest()) {
                truth.add(image, structure.masks().on(image));
                prediction.add(image, best == null ? all.on(image) : drawn.get(best).on(image));
            }
        }
        return new StructureOutcome(structure.name(), structure.kind(), Optional.ofNullable(best), truth.against(prediction),
                best == null ? Double.NaN : confidences.getOrDefault(best, Double.NaN));
    }

    public boolean found() {
        return called.isPresent();
    }

    public boolean rightlyNamed() {
        return called.filter(name::equals).isPresent();
    }

    public boolean misnamed() {
        return found() && !rightlyNamed();
    }
}
