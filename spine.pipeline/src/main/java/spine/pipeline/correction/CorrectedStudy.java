package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import spine.api.UnusableInputException;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.report.Correction;
import spine.api.report.Correction.OedemaChange;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.ScoringResult;
import spine.api.score.LesionMap;
import spine.pipeline.lesion.OutlinedLesions;

/**
 * A study as a person corrected it, before any index is computed.
 *
 * @param anatomy the spine under its right names
 * @param lesions oedema in its bodies, by stack
 * @param images verdicts
 * @param findings of the models as far as they are left, and of the person
 * @param correction what was changed
 * @param remarks sentences for the reader of the report
 */
public record CorrectedStudy(SpineAnatomy anatomy, List<LesionMap> lesions, List<ImageFinding> images, List<LesionFinding> findings,
        Correction correction, List<String> remarks) {

    /**
     * @param machine the result of the models
     * @param reportSha256 digest of its report
     * @param names right names by those in the masks; may be empty
     * @throws UnusableInputException if the masks show no spine or the names fit none
     */
    public static CorrectedStudy of(ScoringResult machine, String reportSha256, EditedMasks masks, Map<Vertebra, Vertebra> names,
            AnatomyLocaliser localiser) throws UnusableInputException {
        SpineAnatomy edited = EditedAnatomy.of(machine.study(), machine.anatomy(), masks.structures(), localiser);
        Optional<Renaming> renaming = names.isEmpty() ? Optional.empty() : Optional.of(Renaming.of(edited, names));
        SpineAnatomy anatomy = renaming.isPresent() ? renaming.get().applyTo(edited) : edited;
        List<String> remarks = new ArrayList<>(masks.remarks());
        List<LesionMap> lesions = inBodies(machine, masks, anatomy, remarks);
        OutlinedLesions after = new OutlinedLesions(machine.study(), anatomy, lesions);
        CorrectedFindings findings = new CorrectedFindings(machine, new CorrectedNames(machine.anatomy(), anatomy),
                new OutlinedLesions(machine.study(), machine.anatomy(), machine.lesions()), after);
        OedemaChange oedema = findings.comparison().change();
        return new CorrectedStudy(anatomy, lesions, findings.images(edited(machine, lesions)), findings.findings(),
                new Correction(reportSha256, masks.edited(), renaming.map(Renaming::changes).orElse(Map.of()), oedema,
                        structures(machine.anatomy(), masks.structures())), remarks);
    }

    /** The oedema inside named bodies; the rest is told. */
    private static List<LesionMap> inBodies(ScoringResult machine, EditedMasks masks, SpineAnatomy anatomy, List<String> remarks) {
        List<LesionMap> lesions = new ArrayList<>();
        for (int stack = 0; stack < masks.oedema().size(); stack++) {
            SliceStack images = machine.study().stacks().get(stack);
            byte[][] drawn = masks.oedema().get(stack);
            byte[][] inside = new byte[drawn.length][];
            int outside = 0;
            for (int slice = 0; slice < drawn.length; slice++) {
                inside[slice] = drawn[slice].clone();
                for (int i = 0; i < inside[slice].length; i++) {
                    if (inside[slice][i] != 0 && !StackAnatomy.isBody(anatomy.stacks().get(stack).structures()[slice][i])) {
                        inside[slice][i] = 0;
                        outside++;
                    }
                }
            }
            if (outside > 0) {
                remarks.add(Math.round(outside * images.plane().pixelArea()) + " mm2 of the oedema outlined in station " + (stack + 1)
                        + ", summed over its images, lie outside of the named vertebral bodies and do not count.");
            }
            lesions.add(new LesionMap(inside));
        }
        return lesions;
    }

    /** The images whose oedema differs from that of the models. */
    private static Set<String> edited(ScoringResult machine, List<LesionMap> lesions) {
        Set<String> edited = new HashSet<>();
        for (int stack = 0; stack < lesions.size(); stack++) {
            List<Slice> slices = machine.study().stacks().get(stack).slices();
            for (int slice = 0; slice < slices.size(); slice++) {
                if (!Arrays.equals(lesions.get(stack).lesion()[slice], machine.lesions().get(stack).lesion()[slice])) {
                    edited.add(slices.get(slice).sopInstanceUid());
                }
            }
        }
        return edited;
    }

    /** The names of structures that do not have the pixels that the models gave to that name. */
    private static List<String> structures(SpineAnatomy machine, List<byte[][]> edited) {
        List<String> changed = new ArrayList<>();
        for (int stack = 0; stack < edited.size(); stack++) {
            byte[][] before = machine.stacks().get(stack).structures();
            Set<Byte> codes = StructureCodes.of(before);
            codes.addAll(StructureCodes.of(edited.get(stack)));
            for (byte code : codes) {
                if (!new StructureOverlap(edited.get(stack), code, before).isExactly(code)) {
                    changed.add(StructureCodes.label(code) + " in station " + (stack + 1));
                }
            }
        }
        return changed;
    }
}
