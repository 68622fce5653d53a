package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.report.LesionFinding;

/** What a corrected spine calls the bodies that the models saw, in whatever way it got its names: by the pixels that both have. */
final class CorrectedNames {
    private final SpineAnatomy corrected;
    private final List<Map<Vertebra, Vertebra>> names = new ArrayList<>();

    CorrectedNames(SpineAnatomy machine, SpineAnatomy corrected) {
        this.corrected = corrected;
        for (int stack = 0; stack < machine.stacks().size(); stack++) {
            byte[][] before = machine.stacks().get(stack).structures();
            byte[][] after = corrected.stacks().get(stack).structures();
            Map<Vertebra, Vertebra> ofStack = new EnumMap<>(Vertebra.class);
            StructureCodes.of(before).stream().filter(StackAnatomy::isBody).forEach(code -> new StructureOverlap(before, code, after).most()
                    .filter(StackAnatomy::isBody).ifPresent(now -> ofStack.put(Vertebra.ofCode(code), Vertebra.ofCode(now))));
            names.add(ofStack);
        }
    }

    /** The same finding in the corrected spine; empty if its body is no longer there. */
    Optional<LesionFinding> of(LesionFinding finding) {
        Map<Vertebra, Vertebra> now = names.get(finding.stack());
        return Optional.ofNullable(now.get(finding.vertebra())).map(vertebra -> new LesionFinding(finding.id(), finding.stack(), vertebra,
                finding.place(), finding.units().stream().flatMap(unit -> level(now, unit).stream()).toList(), finding.slices(),
                finding.areaMm2(), finding.volumeMm3(), finding.contrast(), finding.endplateMm(), finding.probability(), finding.counts(),
                finding.reason()));
    }

    private Optional<DiscLevel> level(Map<Vertebra, Vertebra> now, DiscLevel unit) {
        return corrected.variant().units().stream().filter(level -> level.upper() == now.get(unit.upper())
                && level.lower() == now.get(unit.lower())).findFirst();
    }
}
