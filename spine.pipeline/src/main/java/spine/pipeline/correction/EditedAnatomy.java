package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Study;

/**
 * The spine that edited masks of bodies and discs show. A structure that a person left as it was keeps what was measured of it, under
 * whatever name it has now; the others are measured by the localiser, which is shown the masks in place of a model's answer, and keep the
 * names of the masks. The spinal canal stays that of the models.
 */
final class EditedAnatomy {
    private final SpineAnatomy machine;
    private final List<byte[][]> structures;
    private final SpineAnatomy located;
    private final NumericalVariant variant;
    /** By stack, the names that the localiser gave by those in the masks. */
    private final List<Map<Vertebra, Vertebra>> locatedNames = new ArrayList<>();
    /** By stack, the names that structures had that a person left as they were, by those in the masks. */
    private final List<Map<Vertebra, Vertebra>> formerNames = new ArrayList<>();

    private EditedAnatomy(Study study, SpineAnatomy machine, List<byte[][]> structures, AnatomyLocaliser localiser)
            throws UnusableInputException {
        this.machine = machine;
        this.structures = structures;
        this.variant = variant();
        this.located = localiser.locate(study, CertainClasses.of(machine, structures));
        if (located.noSpine().isPresent()) {
            throw new UnusableInputException("The edited masks of vertebrae and discs show no spine.");
        }
        for (int stack = 0; stack < structures.size(); stack++) {
            Map<Vertebra, Vertebra> now = new EnumMap<>(Vertebra.class);
            Map<Vertebra, Vertebra> former = new EnumMap<>(Vertebra.class);
            for (byte code : bodies(stack)) {
                overlap(stack, code, located).most().filter(StackAnatomy::isBody)
                        .ifPresent(other -> now.put(Vertebra.ofCode(code), Vertebra.ofCode(other)));
                overlap(stack, code, machine).identical().filter(StackAnatomy::isBody)
                        .ifPresent(other -> former.put(Vertebra.ofCode(code), Vertebra.ofCode(other)));
            }
            locatedNames.add(now);
            formerNames.add(former);
        }
    }

    /** @return the spine of the models itself if nothing was edited */
    static SpineAnatomy of(Study study, SpineAnatomy machine, List<byte[][]> structures, AnatomyLocaliser localiser)
            throws UnusableInputException {
        for (int stack = 0; stack < structures.size(); stack++) {
            if (!Arrays.deepEquals(structures.get(stack), machine.stacks().get(stack).structures())) {
                return new EditedAnatomy(study, machine, structures, localiser).anatomy();
            }
        }
        return machine;
    }

    private NumericalVariant variant() throws UnusableInputException {
        Set<Byte> codes = structures.stream().flatMap(stack -> StructureCodes.of(stack).stream()).collect(Collectors.toSet());
        return Stream.concat(Stream.of(machine.variant()), Arrays.stream(NumericalVariant.values())).filter(possible -> codes.stream()
                .allMatch(code -> StackAnatomy.isBody(code) ? possible.vertebrae().contains(Vertebra.ofCode(code))
                        : possible.units().contains(StructureCodes.disc(code)))).findFirst()
                .orElseThrow(() -> new UnusableInputException("The names in the edited masks do not belong to one spine: "
                        + codes.stream().sorted().map(StructureCodes::label).collect(Collectors.joining(" ")) + "."));
    }

    /** The codes of the bodies in the masks, from head to foot. */
    private List<Byte> bodies(int stack) {
        return StructureCodes.of(structures.get(stack)).stream().filter(StackAnatomy::isBody)
                .sorted(Comparator.comparing(code -> Vertebra.ofCode(code))).toList();
    }

    private StructureOverlap overlap(int stack, byte code, SpineAnatomy other) {
        return new StructureOverlap(structures.get(stack), code, other.stacks().get(stack).structures());
    }

    private SpineAnatomy anatomy() {
        List<StackAnatomy> stacks = new ArrayList<>();
        for (int stack = 0; stack < structures.size(); stack++) {
            stacks.add(stack(stack));
        }
        List<DiscovertebralUnit> units = new ArrayList<>();
        List<String> warnings = new ArrayList<>(machine.warnings());
        warnings.addAll(unmeasured(stacks));
        for (DiscLevel level : variant.rows()) {
            DiscovertebralUnit unit = unit(level, stacks);
            units.add(unit);
            if (!unit.present() && machine.unit(level).present()) {
                warnings.add("In the edited masks " + level + " is not whole in view of any station; it is not scored.");
            }
        }
        boolean named = formerNames.stream().flatMap(names -> names.entrySet().stream()).anyMatch(name -> name.getKey() != name.getValue());
        return new SpineAnatomy(stacks, variant, units, named ? 1 : machine.nameConfidence(), Optional.empty(), machine.notes(), warnings);
    }

    private StackAnatomy stack(int stack) {
        StackAnatomy before = machine.stacks().get(stack);
        List<VertebralBody> bodies = new ArrayList<>();
        for (byte code : bodies(stack)) {
            Vertebra level = Vertebra.ofCode(code);
            Vertebra former = formerNames.get(stack).get(level);
            if (former == null) {
                located(stack, level).ifPresent(bodies::add);
            } else {
                before.body(former).ifPresent(body -> bodies.add(Renaming.named(body, level, former == level ? body.confidence() : 1)));
            }
        }
        List<Disc> discs = new ArrayList<>();
        for (DiscLevel level : variant.units()) {
            Optional<Disc> disc = left(stack, level) ? before.disc(former(stack, level).orElseThrow())
                    : under(locatedNames.get(stack), level).flatMap(located.stacks().get(stack)::disc);
            disc.ifPresent(of -> discs.add(new Disc(level, of.centre(), of.heightMm(), of.confidence())));
        }
        return new StackAnatomy(structures.get(stack), before.canal(), bodies, discs);
    }

    /** Empty for a body that the image edge cuts, or that is too small or apart from the others. */
    private Optional<VertebralBody> located(int stack, Vertebra level) {
        double confidence = machine.stacks().get(stack).body(level).map(VertebralBody::confidence).orElse(1.0);
        return Optional.ofNullable(locatedNames.get(stack).get(level)).flatMap(located.stacks().get(stack)::body)
                .map(body -> Renaming.named(body, level, confidence));
    }

    /** Bodies that are outlined and nowhere measured, although a person may have meant them to be scored. */
    private List<String> unmeasured(List<StackAnatomy> stacks) {
        return IntStream.range(0, stacks.size()).boxed().flatMap(stack -> bodies(stack).stream()).map(code -> Vertebra.ofCode(code))
                .distinct().filter(level -> stacks.stream().noneMatch(stack -> stack.body(level).isPresent()))
                .map(level -> "What is outlined as " + level + " cannot be measured as a vertebral body: it is too small, cut off, or apart"
                        + " from the others; its units are not scored.").toList();
    }

    /** The level between the same two bodies by other names; empty if one of them has none. */
    private static Optional<DiscLevel> under(Map<Vertebra, Vertebra> names, DiscLevel level) {
        Vertebra upper = names.get(level.upper());
        Vertebra lower = names.get(level.lower());
        return upper == null || lower == null || upper.compareTo(lower) >= 0 ? Optional.empty() : Optional.of(new DiscLevel(upper, lower));
    }

    /** The name that a level had whose bodies a person left as they were. */
    private Optional<DiscLevel> former(int stack, DiscLevel level) {
        return under(formerNames.get(stack), level).filter(machine.variant().units()::contains);
    }

    /** Whether a person left both bodies and the disc as they were. */
    private boolean left(int stack, DiscLevel level) {
        return former(stack, level).filter(former -> overlap(stack, StackAnatomy.discCode(level), machine)
                .isExactly(StackAnatomy.discCode(former))).isPresent();
    }

    /** Scored where it was if a person left it there, else where the localiser scores it. */
    private DiscovertebralUnit unit(DiscLevel level, List<StackAnatomy> stacks) {
        for (int stack = 0; stack < stacks.size(); stack++) {
            DiscovertebralUnit unit = left(stack, level) ? machine.unit(former(stack, level).orElseThrow())
                    : under(locatedNames.get(stack), level).map(located::unit).orElseGet(() -> DiscovertebralUnit.absent(level));
            if (unit.present() && unit.stack() == stack) {
                StackAnatomy at = stacks.get(stack);
                return new DiscovertebralUnit(level, true, stack, Stream.of(level.upper(), level.lower())
                        .mapToDouble(body -> at.body(body).map(VertebralBody::confidence).orElse(1.0)).min().orElseThrow());
            }
        }
        return DiscovertebralUnit.absent(level);
    }
}
