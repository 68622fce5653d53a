package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.ModelRole;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;
import spine.api.score.LesionMap;

/** Oedema as it is outlined, whoever outlined it: its connected regions, and what is measured of each. Safe for use by many threads. */
public final class OutlinedLesions {
    private static final byte CERTAIN = (byte) 255;

    private final Study study;
    private final SpineAnatomy anatomy;
    private final List<ClassProbabilities> maps = new ArrayList<>();
    private final List<OutlinedRegion> regions = new ArrayList<>();

    /** @param lesions in the order of the study's stacks; what lies outside of the bodies is ignored */
    public OutlinedLesions(Study study, SpineAnatomy anatomy, List<LesionMap> lesions) {
        this.study = study;
        this.anatomy = anatomy;
        for (int i = 0; i < lesions.size(); i++) {
            int stack = i;
            StackAnatomy structures = anatomy.stacks().get(i);
            maps.add(certain(lesions.get(i).lesion()));
            new CandidateSearch(1).in(study.stacks().get(i), structures, maps.get(i)).stream()
                    .map(slices -> new OutlinedRegion(stack, vertebra(structures, slices.get(0)), slices))
                    .sorted(Comparator.comparing(OutlinedRegion::vertebra)).forEach(regions::add);
        }
    }

    private static ClassProbabilities certain(byte[][] lesion) {
        byte[][][] maps = new byte[2][lesion.length][];
        for (int slice = 0; slice < lesion.length; slice++) {
            maps[0][slice] = new byte[lesion[slice].length];
            maps[1][slice] = new byte[lesion[slice].length];
            for (int i = 0; i < lesion[slice].length; i++) {
                maps[1][slice][i] = lesion[slice][i] == 0 ? 0 : CERTAIN;
            }
        }
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, maps);
    }

    private static Vertebra vertebra(StackAnatomy structures, SliceRegion first) {
        return Vertebra.ofCode(structures.structures()[first.slice()][first.pixels()[0]]);
    }

    /** Stack by stack, in each from head to foot. */
    public List<OutlinedRegion> regions() {
        return List.copyOf(regions);
    }

    /** The same region as a finding that counts for certain. */
    public LesionFinding finding(OutlinedRegion region, String id, String reason) {
        SliceStack stack = study.stacks().get(region.stack());
        StackMarrow marrow = new StackMarrow(stack, anatomy.stacks().get(region.stack()), maps.get(region.stack()),
                regions.stream().filter(other -> other.stack() == region.stack()).map(OutlinedRegion::slices).toList());
        Outline outline = Outline.asDrawn(region.slices(), marrow);
        Optional<BodyPosition> position = marrow.body(region.vertebra()).map(body -> BodyPosition.of(body, outline, marrow));
        return new LesionFinding(id, region.stack(), region.vertebra(), position.map(FindingPlace::of).orElse(LesionReading.UNKNOWN),
                new FindingUnits(stack, anatomy, region.stack()).of(region.vertebra(), region.slices()), images(region), areaMm2(region),
                volumeMm3(region), outline.contrast(), position.map(BodyPosition::endplateMm).orElse(Double.NaN), 1, true, reason);
    }

    /** The images it is on, in stack order. */
    public List<String> images(OutlinedRegion region) {
        SliceStack stack = study.stacks().get(region.stack());
        return region.slices().stream().map(slice -> stack.slices().get(slice.slice()).sopInstanceUid()).toList();
    }

    /** The images on which it has the minimum area that makes one inflamed. */
    public List<String> inflamedImages(OutlinedRegion region) {
        SliceStack stack = study.stacks().get(region.stack());
        return region.slices().stream().filter(slice -> slice.area(stack.slices().get(slice.slice())) >= LesionReading.MINIMUM_AREA_MM2)
                .map(slice -> stack.slices().get(slice.slice()).sopInstanceUid()).toList();
    }

    /** On the slice where that is largest, as a finding has it. */
    public double areaMm2(OutlinedRegion region) {
        SliceStack stack = study.stacks().get(region.stack());
        return region.slices().stream().mapToDouble(slice -> slice.area(stack.slices().get(slice.slice()))).max().orElseThrow();
    }

    /** As a finding has it. */
    public double volumeMm3(OutlinedRegion region) {
        SliceStack stack = study.stacks().get(region.stack());
        return region.slices().stream().map(slice -> slice.area(stack.slices().get(slice.slice()))).mapToDouble(Double::doubleValue).sum()
                * stack.sliceSpacing();
    }
}
