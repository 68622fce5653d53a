package spine.runtime.internal.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import spine.runtime.ModelName;

/**
 * What people decided on models, and what has served. Every change gives a new value.
 *
 * @param used by role, the version that was chosen; a role without one takes the newest
 * @param served by role, the versions that served studies, the last one last, none twice in a row
 * @param shadow the version that runs beside the serving one
 * @param proven digests of the weights that may serve without being chosen: those that served as a part of the platform, and those
 *     that were found no worse than the serving ones
 * @param trials by digest of the candidate's weights, its last comparison with a serving model
 */
public record ModelSelection(Map<String, ModelName> used, Map<String, List<ModelName>> served, Optional<ModelName> shadow,
        Set<String> proven, Map<String, ModelTrialRecord> trials) {
    /** Nothing was chosen and nothing has served. */
    public static final ModelSelection NONE = new ModelSelection(Map.of(), Map.of(), Optional.empty(), Set.of(), Map.of());

    private static final int REMEMBERED = 20;

    public ModelSelection {
        used = Map.copyOf(used);
        served = Map.copyOf(served);
        proven = Set.copyOf(proven);
        trials = Map.copyOf(trials);
    }

    public ModelSelection using(String role, ModelName name) {
        Map<String, ModelName> next = new LinkedHashMap<>(used);
        next.put(role, name);
        return new ModelSelection(next, served, shadow, proven, trials);
    }

    /** The newest version serves again. */
    public ModelSelection usingNewest(String role) {
        Map<String, ModelName> next = new LinkedHashMap<>(used);
        next.remove(role);
        return new ModelSelection(next, served, shadow, proven, trials);
    }

    public ModelSelection shadowing(Optional<ModelName> name) {
        return new ModelSelection(used, served, name, proven, trials);
    }

    public boolean servedLast(String role, ModelName name) {
        List<ModelName> before = served.getOrDefault(role, List.of());
        return !before.isEmpty() && before.get(before.size() - 1).equals(name);
    }

    public ModelSelection serving(String role, ModelName name) {
        if (servedLast(role, name)) {
            return this;
        }
        List<ModelName> names = new ArrayList<>(served.getOrDefault(role, List.of()));
        names.add(name);
        Map<String, List<ModelName>> next = new LinkedHashMap<>(served);
        next.put(role, List.copyOf(names.subList(Math.max(0, names.size() - REMEMBERED), names.size())));
        return new ModelSelection(used, next, shadow, proven, trials);
    }

    /** The version that served the role most recently and will do. */
    public Optional<ModelName> lastServed(String role, Predicate<ModelName> willDo) {
        return served.getOrDefault(role, List.of()).stream().filter(willDo).reduce((earlier, later) -> later);
    }

    /** Weights that served as a part of the platform. */
    public ModelSelection proving(String weightsSha256) {
        Set<String> all = new HashSet<>(proven);
        return all.add(weightsSha256) ? new ModelSelection(used, served, shadow, all, trials) : this;
    }

    /** After a comparison: the weights may serve exactly if they were found no worse. */
    public ModelSelection tried(String weightsSha256, ModelTrialRecord trial) {
        Set<String> all = new HashSet<>(proven);
        if (trial.accepted()) {
            all.add(weightsSha256);
        } else {
            all.remove(weightsSha256);
        }
        Map<String, ModelTrialRecord> next = new LinkedHashMap<>(trials);
        next.put(weightsSha256, trial);
        return new ModelSelection(used, served, shadow, all, next);
    }
}
