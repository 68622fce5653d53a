package spine.pipeline.correction;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;

/**
 * What a person or another program calls a segment: {@code Edema}, {@code lesion 2}, {@code vertebrae_T7}, {@code Th7}, {@code disc T7-T8}.
 * Names that could mean more than one thing mean nothing.
 */
final class StructureName {
    private static final Pattern OEDEMA = Pattern.compile(
            "(bone[ _-]*marrow[ _-]*)?(o?edemas?|bmo|bme|lesions?|inflammations?)([ _-]*[0-9]+)?");
    private static final String LEVEL = "(c|th|t|d|l|s)[ _-]?([0-9]{1,2})";
    private static final Pattern BODY =
            Pattern.compile("(vertebra[el]?[ _-]*)?(body[ _-]*)?" + LEVEL + "([ _-]*vertebra[el]?)?([ _-]*body)?");
    private static final Pattern DISC = Pattern.compile("(intervertebral[ _-]*)?(dis[ck][ _-]*)?" + LEVEL
            + "[ ]?[/_-][ ]?(c|th|t|d|l|s)?([0-9]{1,2})([ _-]*dis[ck])?");

    private StructureName() {
    }

    /** Whether it means oedema. */
    static boolean isOedema(String label) {
        return OEDEMA.matcher(plain(label)).matches();
    }

    /** The code of the body or disc that it means, as in {@link StackAnatomy#structures}; empty for any other word. */
    static Optional<Byte> structure(String label) {
        try {
            Matcher body = BODY.matcher(plain(label));
            if (body.matches()) {
                return Optional.of(StackAnatomy.bodyCode(vertebra(body.group(3), body.group(4))));
            }
            Matcher disc = DISC.matcher(plain(label));
            if (disc.matches()) {
                String below = disc.group(5) == null ? disc.group(3) : disc.group(5);
                return Optional.of(StackAnatomy.discCode(
                        new DiscLevel(vertebra(disc.group(3), disc.group(4)), vertebra(below, disc.group(6)))));
            }
            return Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException noSuchLevel) {
            return Optional.empty();
        }
    }

    private static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** Thoracic vertebrae are also called dorsal. */
    private static Vertebra vertebra(String region, String number) {
        String letter = region.equals("th") || region.equals("d") ? "t" : region;
        return Vertebra.of(letter.toUpperCase(Locale.ROOT) + Integer.parseInt(number));
    }
}
