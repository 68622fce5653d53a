package spine.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;

/** A result with a name, for writers: each sample input under two indices with awkward words in them. */
record SampleResult(String name, ScoringResult result) {

    static Stream<SampleResult> all() {
        return Sample.all().map(sample -> new SampleResult(sample.name(), of(sample.input())));
    }

    private static ScoringResult of(ScoringInput input) {
        List<ImageFinding> images = new ArrayList<>();
        for (SliceStack stack : input.study().stacks()) {
            stack.slices().forEach(slice -> images.add(new ImageFinding(slice.sopInstanceUid(), images.size() % 2 == 0, 0.25)));
        }
        List<String> warnings = List.of("A <b>bold</b> \"word\" & one, with comma; and an umlaut: ä.");
        List<Score> scores = List.of(score(input, "first", 1.5, warnings), score(input, "second", 0, List.of()));
        return new ScoringResult(input.study(), List.of(card(ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES),
                card(ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES)), input.anatomy(), input.lesions(), images, scores, warnings,
                new Timing(21, 1, 2, 3, 4, 5));
    }

    private static Score score(ScoringInput input, String id, double points, List<String> warnings) {
        List<UnitScore> units = new ArrayList<>();
        input.anatomy().units().forEach(unit -> units.add(unit.present() && points > 0
                ? new UnitScore(unit, points, Sample.imagesOf(input.study().stacks().get(unit.stack())).subList(0, 1), List.of(),
                        Map.of("share", 12.5))
                : UnitScore.zero(unit)));
        double total = units.stream().mapToDouble(UnitScore::score).sum();
        return new Score(id, "1.0.0", Map.of("total23", total), Score.worst(units, 3), units, warnings);
    }

    private static ModelCard card(String role, List<String> classes) {
        return new ModelCard("sample." + role, "1.0.0", role, classes, Map.of(), 0.5, "nothing",
                Map.of(), "tests only", "0".repeat(64));
    }

    @Override
    public String toString() {
        return name;
    }
}
