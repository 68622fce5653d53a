package spine.report.internal;

import java.util.ArrayList;
import java.util.List;
import spine.api.report.ScoringResult;

/**
 * What came of looking for oedema on one stack, so that an empty result is told apart from none.
 *
 * @param number of the stack, counted from 1
 * @param sought whether it was looked for: the stack shows vertebral bodies
 * @param images how many have oedema
 */
public record StackOedema(int number, boolean sought, int images) {

    /** One for each stack, in their order. */
    public static List<StackOedema> of(ScoringResult result) {
        List<StackOedema> stacks = new ArrayList<>();
        for (int i = 0; i < result.study().stacks().size(); i++) {
            int images = 0;
            for (byte[] image : result.lesions().get(i).lesion()) {
                images += anywhere(image) ? 1 : 0;
            }
            stacks.add(new StackOedema(i + 1, result.soughtOedema(i), images));
        }
        return stacks;
    }

    /** {@code found}, {@code none} or {@code not sought}. */
    public String word() {
        if (images > 0) {
            return "found";
        }
        return sought ? "none" : "not sought";
    }

    /** The same as a sentence. */
    public String sentence() {
        return "Station " + number + ": " + switch (word()) {
            case "found" -> "oedema on " + images + (images == 1 ? " image." : " images.");
            case "none" -> "oedema was looked for, and there is none.";
            default -> "oedema was not looked for, because no vertebral body was found.";
        };
    }

    private static boolean anywhere(byte[] mask) {
        for (byte pixel : mask) {
            if (pixel != 0) {
                return true;
            }
        }
        return false;
    }
}
