package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.FindingRule;
import spine.api.model.ModelCard;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;
import spine.api.score.LesionMap;

/**
 * The findings of a study, and what follows from them: what is scored is the area inside the outlines of the findings that count, and an
 * image is inflamed if one of these has the minimum area on it. So verdicts on image, unit and study cannot contradict each other.
 */
public final class LesionReading {
    /** Smallest area on one image that counts, mm2. */
    public static final double MINIMUM_AREA_MM2 = ImageFinding.MINIMUM_AREA_MM2;
    private static final Set<String> FEATURES = Stream.of(FindingFeature.values()).map(FindingFeature::key).collect(Collectors.toSet());
    static final LesionPlace UNKNOWN = new LesionPlace(LesionPlace.Site.ENDPLATE, LesionPlace.Half.BOTH, LesionPlace.Wall.BOTH,
            LesionPlace.Side.MEDIAN);

    private final Study study;
    private final SpineAnatomy anatomy;
    private final FindingRule rule;
    private final List<Candidate> candidates;
    private final List<LesionFinding> findings = new ArrayList<>();

    /**
     * @param card of the oedema model, whose rule for findings applies
     * @param maps its answer, in the order of the study's stacks
     * @throws IllegalArgumentException if the rule names a feature that is not measured
     */
    public LesionReading(ModelCard card, Study study, SpineAnatomy anatomy, List<ClassProbabilities> maps) {
        this(FindingRule.of(card), study, anatomy, CandidateFindings.of(FindingRule.of(card).candidatePoint(), study, anatomy, maps));
    }

    /** @param candidates all of the study, found at the candidate point of the rule */
    public LesionReading(FindingRule rule, Study study, SpineAnatomy anatomy, List<Candidate> candidates) {
        rule.unknown(FEATURES).ifPresent(name -> {
            throw new IllegalArgumentException("the oedema model's rule for findings uses the feature '" + name
                    + "', which is not measured here");
        });
        this.study = study;
        this.anatomy = anatomy;
        this.rule = rule;
        this.candidates = candidates;
        FindingReason reason = new FindingReason(rule);
        for (Candidate candidate : candidates) {
            findings.add(finding("F" + (findings.size() + 1), candidate, reason));
        }
    }

    /** The same candidates, read with another threshold. */
    public LesionReading at(double threshold) {
        return new LesionReading(rule.withThreshold(threshold), study, anatomy, candidates);
    }

    /** One per candidate, in their order. */
    public List<LesionFinding> findings() {
        return List.copyOf(findings);
    }

    /** What is scored, by stack. */
    public List<LesionMap> lesions() {
        List<LesionMap> maps = study.stacks().stream().map(LesionMap::none).toList();
        for (int i = 0; i < candidates.size(); i++) {
            if (findings.get(i).counts()) {
                byte[][] lesion = maps.get(candidates.get(i).stack()).lesion();
                for (SliceRegion region : candidates.get(i).regions()) {
                    for (int pixel : region.pixels()) {
                        lesion[region.slice()][pixel] = 1;
                    }
                }
            }
        }
        return maps;
    }

    /** What is said of every image, in stack order: the highest probability among its findings, 0 without any. */
    public List<ImageFinding> images() {
        List<ImageFinding> images = new ArrayList<>();
        for (int stack = 0; stack < study.stacks().size(); stack++) {
            List<Slice> slices = study.stacks().get(stack).slices();
            double[] highest = new double[slices.size()];
            for (int i = 0; i < candidates.size(); i++) {
                if (candidates.get(i).stack() == stack) {
                    for (SliceRegion region : candidates.get(i).regions()) {
                        if (region.area(slices.get(region.slice())) >= MINIMUM_AREA_MM2) {
                            highest[region.slice()] = Math.max(highest[region.slice()], findings.get(i).probability());
                        }
                    }
                }
            }
            for (int slice = 0; slice < highest.length; slice++) {
                images.add(new ImageFinding(slices.get(slice).sopInstanceUid(), rule.counts(highest[slice]), highest[slice]));
            }
        }
        return images;
    }

    private LesionFinding finding(String id, Candidate candidate, FindingReason reason) {
        SliceStack stack = study.stacks().get(candidate.stack());
        double probability = rule.probability(name -> candidate.features().get(FindingFeature.of(name).orElseThrow()));
        List<DiscLevel> units = new FindingUnits(stack, anatomy, candidate.stack()).of(candidate);
        List<Double> areas = candidate.regions().stream().map(region -> region.area(stack.slices().get(region.slice()))).toList();
        return new LesionFinding(id, candidate.stack(), candidate.vertebra(),
                candidate.position().map(FindingPlace::of).orElse(UNKNOWN), units,
                candidate.regions().stream().map(region -> stack.slices().get(region.slice()).sopInstanceUid()).toList(),
                areas.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                areas.stream().mapToDouble(Double::doubleValue).sum() * stack.sliceSpacing(), candidate.outline().contrast(),
                candidate.position().map(BodyPosition::endplateMm).orElse(Double.NaN), probability, rule.counts(probability),
                reason.of(candidate.features(), probability, units));
    }
}
