package spine.report.internal.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.image.SliceStack;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.report.internal.InflammationRule;
import spine.report.internal.page.PageNumbers;

/**
 * The verdicts on the images of one station.
 *
 * @param station counted from 1
 * @param inflamed the slices that count as inflamed, with their probabilities
 * @param others those that do not and have a probability above 0
 */
record PrintedImages(int station, int images, String inflamed, String others) {

    static List<PrintedImages> of(ScoringResult result) {
        Map<String, ImageFinding> findings = new HashMap<>();
        result.images().forEach(image -> findings.put(image.sopInstanceUid(), image));
        Optional<InflammationRule> rule = InflammationRule.of(result);
        List<PrintedImages> stations = new ArrayList<>();
        for (SliceStack stack : result.study().stacks()) {
            List<String> inflamed = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (int i = 0; i < stack.slices().size(); i++) {
                ImageFinding image = findings.get(stack.slices().get(i).sopInstanceUid());
                if (image != null && (image.inflamed() || image.probability() > 0)) {
                    (image.inflamed() ? inflamed : others).add((i + 1) + " (" + rule.map(known -> known.text(image.probability()))
                            .orElseGet(() -> PageNumbers.fixed(image.probability(), 2)) + ")");
                }
            }
            stations.add(new PrintedImages(stations.size() + 1, stack.slices().size(), words(inflamed), words(others)));
        }
        return stations;
    }

    private static String words(List<String> slices) {
        return slices.isEmpty() ? "none" : String.join(", ", slices);
    }
}
