package spine.evaluate.internal.partial;

import spine.evaluate.internal.study.ImageMasks;
import spine.evaluate.internal.study.MaskKind;

/**
 * A vertebral body or disc that somebody outlined.
 *
 * @param name its level, such as {@code L3} or {@code L3/4}
 * @param kind body or disc
 * @param masks its pixels
 */
public record OutlinedStructure(String name, MaskKind kind, ImageMasks masks) {
}
