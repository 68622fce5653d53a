package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import spine.api.UnusableInputException;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;

/**
 * New names for all vertebrae in view: those that a person gives, and the others counted from them. One usual name counts in a spine of the
 * usual number of vertebrae, or of as many as the spine was said to have; several names, or T13 or L6, can mean any number.
 */
public final class Renaming {
    private final NumericalVariant variant;
    private final Map<Vertebra, Vertebra> names;

    private Renaming(NumericalVariant variant, Map<Vertebra, Vertebra> names) {
        this.variant = variant;
        this.names = names;
    }

    /**
     * @param given right names by the names that the vertebrae have, at least one
     * @throws UnusableInputException if a vertebra is not in view, or the names do not fit any spine
     */
    public static Renaming of(SpineAnatomy anatomy, Map<Vertebra, Vertebra> given) throws UnusableInputException {
        Set<Vertebra> seen = named(anatomy);
        for (Vertebra old : given.keySet()) {
            if (!seen.contains(old)) {
                throw new UnusableInputException("There is no " + old + " in the result that could be renamed; it has "
                        + seen.stream().map(Vertebra::name).collect(Collectors.joining(" ")) + ".");
            }
        }
        Set<NumericalVariant> variants = new LinkedHashSet<>(List.of(NumericalVariant.USUAL, anatomy.variant()));
        if (given.size() > 1 || given.values().stream().anyMatch(name -> !name.usual())) {
            variants.addAll(EnumSet.allOf(NumericalVariant.class));
        }
        for (NumericalVariant variant : variants) {
            Optional<Renaming> fitting = counted(anatomy.variant(), variant, seen, given);
            if (fitting.isPresent()) {
                return fitting.get();
            }
        }
        String words = given.entrySet().stream().map(name -> name.getKey() + "=" + name.getValue()).collect(Collectors.joining(", "));
        throw new UnusableInputException("Names counted from " + words + " do not fit the vertebrae in view, now " + first(seen) + " to "
                + last(seen) + ", between C2 and S1; name a second one, such as S1=S1, if this spine has T13 or L6, no T12 or no L5.");
    }

    /** Every vertebra that has a name, from head to foot. */
    private static Set<Vertebra> named(SpineAnatomy anatomy) {
        Set<Vertebra> named = EnumSet.noneOf(Vertebra.class);
        for (StackAnatomy stack : anatomy.stacks()) {
            stack.bodies().forEach(body -> named.add(body.level()));
            stack.discs().forEach(disc -> named.addAll(List.of(disc.level().upper(), disc.level().lower())));
            StructureCodes.of(stack.structures()).forEach(code -> named.addAll(StructureCodes.vertebrae(code)));
        }
        return named;
    }

    private static Optional<Renaming> counted(NumericalVariant from, NumericalVariant to, Set<Vertebra> seen,
            Map<Vertebra, Vertebra> given) {
        Map.Entry<Vertebra, Vertebra> first = given.entrySet().iterator().next();
        if (!to.vertebrae().contains(first.getValue())) {
            return Optional.empty();
        }
        int shift = to.vertebrae().indexOf(first.getValue()) - from.vertebrae().indexOf(first.getKey());
        Map<Vertebra, Vertebra> names = new EnumMap<>(Vertebra.class);
        for (Vertebra old : seen) {
            int place = from.vertebrae().indexOf(old) + shift;
            if (place < 0 || place >= to.vertebrae().size()) {
                return Optional.empty();
            }
            names.put(old, to.vertebrae().get(place));
        }
        boolean asGiven = given.entrySet().stream().allMatch(name -> names.get(name.getKey()) == name.getValue());
        return asGiven ? Optional.of(new Renaming(to, names)) : Optional.empty();
    }

    private static Vertebra first(Set<Vertebra> seen) {
        return seen.iterator().next();
    }

    private static Vertebra last(Set<Vertebra> seen) {
        return seen.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Those whose name changes, by the old one, from head to foot. */
    public Map<Vertebra, Vertebra> changes() {
        Map<Vertebra, Vertebra> changes = new EnumMap<>(names);
        changes.entrySet().removeIf(name -> name.getKey() == name.getValue());
        return changes;
    }

    /** The same spine under the new names, which are certain; what was doubted of the old ones becomes a note. */
    public SpineAnatomy applyTo(SpineAnatomy anatomy) {
        List<StackAnatomy> stacks = anatomy.stacks().stream().map(this::renamed).toList();
        List<DiscovertebralUnit> units = new ArrayList<>();
        for (DiscLevel level : variant.rows()) {
            units.add(anatomy.units().stream().filter(unit -> unit.present() && of(unit.level()).equals(level)).findFirst()
                    .map(unit -> new DiscovertebralUnit(level, true, unit.stack(), 1)).orElseGet(() -> DiscovertebralUnit.absent(level)));
        }
        List<String> notes = new ArrayList<>(anatomy.notes());
        anatomy.warnings().forEach(warning -> notes.add("Before a person named the levels: " + warning));
        return new SpineAnatomy(stacks, variant, units, 1, anatomy.noSpine(), notes, List.of());
    }

    private StackAnatomy renamed(StackAnatomy stack) {
        byte[] codes = new byte[1 << Byte.SIZE];
        for (byte code : StructureCodes.of(stack.structures())) {
            codes[code & 0xff] = StackAnatomy.isBody(code) ? StackAnatomy.bodyCode(names.get(Vertebra.ofCode(code)))
                    : StackAnatomy.discCode(of(StructureCodes.disc(code)));
        }
        byte[][] structures = new byte[stack.structures().length][];
        for (int slice = 0; slice < structures.length; slice++) {
            structures[slice] = stack.structures()[slice].clone();
            for (int i = 0; i < structures[slice].length; i++) {
                structures[slice][i] = codes[structures[slice][i] & 0xff];
            }
        }
        return new StackAnatomy(structures, stack.canal(),
                stack.bodies().stream().map(body -> named(body, names.get(body.level()), 1)).toList(),
                stack.discs().stream().map(disc -> new Disc(of(disc.level()), disc.centre(), disc.heightMm(), 1)).toList());
    }

    /** The same body under another name. */
    static VertebralBody named(VertebralBody body, Vertebra level, double confidence) {
        return new VertebralBody(level, body.centre(), body.cranial(), body.anterior(), body.upper(), body.lower(), body.heightMm(),
                body.depthMm(), confidence);
    }

    private DiscLevel of(DiscLevel level) {
        return new DiscLevel(names.get(level.upper()), names.get(level.lower()));
    }
}
