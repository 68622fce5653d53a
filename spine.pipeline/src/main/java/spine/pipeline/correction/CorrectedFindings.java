package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.ScoringResult;
import spine.common.text.Decimals;
import spine.pipeline.correction.OedemaComparison.Fate;
import spine.pipeline.lesion.OutlinedLesions;
import spine.pipeline.lesion.OutlinedRegion;

/**
 * Findings and verdicts on images after a correction. A finding of the models stays where a person left its outline; where none of it is
 * left it no longer counts, and what a person outlined is a finding that counts for certain.
 */
final class CorrectedFindings {
    private final ScoringResult machine;
    private final CorrectedNames names;
    private final OutlinedLesions before;
    private final OutlinedLesions after;
    private final OedemaComparison comparison;
    private final List<LesionFinding> findings = new ArrayList<>();
    private final List<OutlinedRegion> drawn = new ArrayList<>();

    /**
     * @param names what the corrected spine calls what the models saw
     * @param before what the models outlined, in the spine that they saw
     * @param after what is outlined now, in the corrected spine
     */
    CorrectedFindings(ScoringResult machine, CorrectedNames names, OutlinedLesions before, OutlinedLesions after) {
        this.machine = machine;
        this.names = names;
        this.before = before;
        this.after = after;
        this.comparison = new OedemaComparison(before.regions(), after.regions());
        machine();
        person();
        findings.sort(Comparator.comparingInt(LesionFinding::stack).thenComparing(LesionFinding::vertebra));
    }

    OedemaComparison comparison() {
        return comparison;
    }

    /** By stack, then from head to foot. */
    List<LesionFinding> findings() {
        return List.copyOf(findings);
    }

    private void machine() {
        Set<OutlinedRegion> kept = new HashSet<>();
        for (LesionFinding finding : machine.findings()) {
            List<Integer> regions = regions(finding);
            if (!finding.counts() || bodyKept(finding) || !regions.isEmpty() && all(regions, Fate.KEPT)) {
                names.of(finding).ifPresent(findings::add);
                regions.forEach(i -> kept.add(before.regions().get(i)));
            } else if (!regions.isEmpty() && all(regions, Fate.ALONE)) {
                names.of(finding).map(CorrectedFindings::removed).ifPresent(findings::add);
            }
        }
        Set<List<Integer>> places = new HashSet<>();
        kept.forEach(region -> places.add(place(region)));
        after.regions().stream().filter(region -> !places.contains(place(region))).forEach(drawn::add);
    }

    private boolean bodyKept(LesionFinding finding) {
        return all(IntStream.range(0, before.regions().size()).filter(i -> before.regions().get(i).stack() == finding.stack()
                && before.regions().get(i).vertebra() == finding.vertebra()).boxed().toList(), Fate.KEPT);
    }

    private boolean all(List<Integer> regions, Fate fate) {
        return regions.stream().allMatch(i -> comparison.machine().get(i) == fate);
    }

    /** The models' regions that belong to the finding; none of one that does not count. */
    private List<Integer> regions(LesionFinding finding) {
        return IntStream.range(0, before.regions().size())
                .filter(i -> finding(before.regions().get(i)).filter(finding::equals).isPresent()).boxed().toList();
    }

    /** The finding of the models that a region of theirs belongs to; of several in one body that of the same size. */
    private Optional<LesionFinding> finding(OutlinedRegion region) {
        List<LesionFinding> possible = machine.findings().stream().filter(finding -> finding.counts() && finding.stack() == region.stack()
                && finding.vertebra() == region.vertebra() && finding.slices().containsAll(before.images(region))).toList();
        return possible.size() <= 1 ? possible.stream().findFirst()
                : possible.stream().filter(finding -> finding.volumeMm3() == before.volumeMm3(region)).findFirst()
                        .or(() -> possible.stream().findFirst());
    }

    /** What tells a region from all others. */
    private static List<Integer> place(OutlinedRegion region) {
        return List.of(region.stack(), region.slices().get(0).slice(), region.slices().get(0).pixels()[0]);
    }

    private static LesionFinding removed(LesionFinding finding) {
        return new LesionFinding(finding.id(), finding.stack(), finding.vertebra(), finding.place(), finding.units(), finding.slices(),
                finding.areaMm2(), finding.volumeMm3(), finding.contrast(), finding.endplateMm(), 0, false, "Does not count: removed by a"
                        + " person; the models gave it the probability " + Decimals.fixed(finding.probability(), 2, "") + ".");
    }

    private void person() {
        int number = 1;
        for (OutlinedRegion region : drawn) {
            String reason = switch (comparison.person().get(after.regions().indexOf(region))) {
                case ALONE -> "Counts: outlined by a person where the models saw none.";
                case CHANGED -> "Counts: a person changed its outline.";
                case KEPT -> "Counts: outlined by the models, and left so by a person.";
            };
            findings.add(after.finding(region, "P" + number++, reason));
        }
    }

    /**
     * One per image, in the order of the study.
     *
     * @param edited whether the oedema on an image differs from what the models gave; all others keep their verdict
     */
    List<ImageFinding> images(Set<String> edited) {
        Set<String> inflamed = new HashSet<>();
        after.regions().forEach(region -> inflamed.addAll(after.inflamedImages(region)));
        return machine.images().stream().map(image -> edited.contains(image.sopInstanceUid())
                ? new ImageFinding(image.sopInstanceUid(), inflamed.contains(image.sopInstanceUid()),
                        inflamed.contains(image.sopInstanceUid()) ? 1 : 0) : image).toList();
    }
}
