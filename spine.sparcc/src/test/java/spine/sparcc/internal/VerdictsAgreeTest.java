package spine.sparcc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.FindingRule;
import spine.api.model.ModelRole;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.pipeline.lesion.Candidate;
import spine.pipeline.lesion.CandidateFindings;
import spine.pipeline.lesion.FindingFeature;
import spine.pipeline.lesion.LesionReading;
import spine.pipeline.lesion.SliceRegion;

/** Whatever a model answers, verdicts on findings, images, units and the study never contradict each other. */
class VerdictsAgreeTest {
    private static final int ROUNDS = 150;
    private static final double POINT = 0.3;
    /** Pixels of the drawn spine have 1 mm2. */
    private static final int MINIMUM = 6;

    @Test
    void nothingContradictsAnythingElse() {
        int counted = 0;
        int rejected = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            ScoringInput drawn = twoStations(random);
            List<ClassProbabilities> maps = drawn.study().stacks().stream().map(stack -> blobs(stack, random)).toList();
            FindingRule rule = rule(random);
            List<Candidate> candidates = CandidateFindings.of(POINT, drawn.study(), drawn.anatomy(), maps);
            LesionReading reading = new LesionReading(rule, drawn.study(), drawn.anatomy(), candidates);
            Score score = new SparccIndex(DrawnSpine.RULES).score(new ScoringInput(drawn.study(), drawn.anatomy(), reading.lesions()));
            images(drawn.study(), reading, candidates, rule);
            units(reading.findings(), score, round);
            counted += reading.findings().stream().filter(LesionFinding::counts).count();
            rejected += reading.findings().stream().filter(finding -> !finding.counts()).count();
        }
        assertTrue(counted > ROUNDS && rejected > ROUNDS, counted + " findings counted, " + rejected + " did not: too few to tell");
    }

    /** An image is inflamed if and only if a finding that counts has the minimum area on it, and its probability says the same. */
    private static void images(Study study, LesionReading reading, List<Candidate> candidates, FindingRule rule) {
        Map<String, Double> expected = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            SliceStack stack = study.stacks().get(candidates.get(i).stack());
            for (SliceRegion region : candidates.get(i).regions()) {
                if (region.pixels().length >= MINIMUM) {
                    expected.merge(stack.slices().get(region.slice()).sopInstanceUid(), reading.findings().get(i).probability(), Math::max);
                }
            }
        }
        for (ImageFinding image : reading.images()) {
            double highest = expected.getOrDefault(image.sopInstanceUid(), 0.0);
            assertEquals(highest, image.probability(), image.sopInstanceUid());
            assertEquals(image.probability() >= rule.threshold(), image.inflamed(), image.toString());
        }
    }

    private static void units(List<LesionFinding> findings, Score score, int round) {
        List<LesionFinding> counted = findings.stream().filter(LesionFinding::counts).toList();
        for (UnitScore unit : score.units()) {
            boolean named = counted.stream().anyMatch(finding -> finding.units().contains(unit.unit().level()));
            boolean near = counted.stream().anyMatch(finding -> finding.stack() == unit.unit().stack()
                    && (finding.vertebra() == unit.unit().level().upper() || finding.vertebra() == unit.unit().level().lower()));
            assertTrue(!named || unit.score() > 0, "round " + round + ": a finding counts in " + unit.unit().level() + ", which scores 0");
            assertTrue(near || unit.score() == 0, "round " + round + ": " + unit.unit().level() + " scores without a finding");
        }
        boolean scored = score.totals().get("total23") > 0;
        assertTrue(scored || counted.stream().allMatch(finding -> finding.units().isEmpty()), "round " + round);
        assertTrue(!scored || !counted.isEmpty(), "round " + round);
    }

    /** The same spine twice; its units are scored on the first. */
    private static ScoringInput twoStations(Random random) {
        ScoringInput first = noisy(random).input();
        ScoringInput second = noisy(random).input();
        SliceStack other = second.study().stacks().get(0);
        SliceStack renamed = new SliceStack("other", "", "", other.acquisition(), other.slices().stream().map(slice -> new Slice(
                "other-" + slice.sopInstanceUid(), slice.sopClassUid(), slice.plane(), slice.rows(), slice.columns(),
                slice.pixels(), slice.source()))
                .toList());
        List<StackAnatomy> stacks = List.of(first.anatomy().stacks().get(0), second.anatomy().stacks().get(0));
        return new ScoringInput(new Study("study", List.of(first.study().stacks().get(0), renamed), List.of()),
                new SpineAnatomy(stacks, first.anatomy().units(), List.of()), List.of());
    }

    private static DrawnSpine noisy(Random random) {
        DrawnSpine spine = new DrawnSpine(5);
        for (int i = 0; i < 12; i++) {
            int row = random.nextInt(70);
            int column = 10 + random.nextInt(15);
            spine.lesion(random.nextInt(5), row, row + random.nextInt(9), column, column + random.nextInt(5), 5 + random.nextInt(60));
        }
        return spine;
    }

    private static ClassProbabilities blobs(SliceStack stack, Random random) {
        int columns = stack.columns();
        byte[][] map = new byte[stack.slices().size()][stack.rows() * columns];
        for (int blob = 0; blob < 14; blob++) {
            int middle = random.nextInt(stack.rows());
            int centre = 8 + random.nextInt(24);
            int slice = random.nextInt(map.length);
            double radius = 1 + 6 * random.nextDouble();
            double peak = random.nextDouble();
            for (int s = slice; s <= Math.min(map.length - 1, slice + random.nextInt(3)); s++) {
                byte[] image = map[s];
                IntStream.range(0, image.length).filter(i -> Math.hypot(i / columns - middle, i % columns - centre) <= radius)
                        .forEach(i -> image[i] = (byte) Math.max(image[i] & 0xff, (int) (255 * peak)));
            }
        }
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, new byte[][][] {new byte[map.length][stack.rows() * columns], map});
    }

    private static FindingRule rule(Random random) {
        Map<String, FindingRule.Term> terms = new LinkedHashMap<>();
        for (FindingFeature feature : FindingFeature.values()) {
            terms.put(feature.key(), new FindingRule.Term(random.nextGaussian(), random.nextGaussian()));
        }
        return new FindingRule(POINT, Math.round(1e4 * (0.05 + 0.9 * random.nextDouble())) / 1e4, random.nextGaussian(), terms, "");
    }
}
