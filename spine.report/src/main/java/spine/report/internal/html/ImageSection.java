package spine.report.internal.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.image.SliceStack;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.report.internal.InflammationRule;
import spine.report.internal.StackOedema;
import spine.report.internal.drawing.ImageProbabilityBars;

/**
 * Probability and verdict of every image.
 *
 * @param rule when an image counts as inflamed; empty for a reading
 * @param oedema what came of looking for oedema, a sentence for each station
 * @param inflamed how many of {@code images}
 * @param charts one per station
 */
record ImageSection(String rule, List<String> oedema, long inflamed, int images, List<Chart> charts) {

    record Chart(String drawing, String caption) {
    }

    static ImageSection of(ScoringResult result) {
        long inflamed = result.images().stream().filter(ImageFinding::inflamed).count();
        Map<String, ImageFinding> findings = new HashMap<>();
        result.images().forEach(image -> findings.put(image.sopInstanceUid(), image));
        Optional<InflammationRule> rule = InflammationRule.of(result);
        List<Chart> charts = new ArrayList<>();
        for (SliceStack stack : result.study().stacks()) {
            List<ImageFinding> images = stack.slices().stream()
                    .map(slice -> findings.getOrDefault(slice.sopInstanceUid(), new ImageFinding(slice.sopInstanceUid(), false, 0)))
                    .toList();
            String caption = "Station " + (charts.size() + 1) + ": " + images.stream().filter(ImageFinding::inflamed).count() + " of "
                    + images.size() + " images inflamed";
            charts.add(new Chart(ImageProbabilityBars.svg(images, rule, caption), caption));
        }
        return new ImageSection(rule.map(InflammationRule::sentence).orElse(""),
                StackOedema.of(result).stream().map(StackOedema::sentence).toList(), inflamed, result.images().size(), charts);
    }

    boolean ruled() {
        return !rule.isEmpty();
    }
}
