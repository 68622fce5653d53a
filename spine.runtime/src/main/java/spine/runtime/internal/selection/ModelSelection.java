package spine.runtime.internal.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import spine.runtime.ModelName;

/**
 * What people decided on models, and what has served. Every change gives a new value.
 *
 * @param used by role, the version that was chosen; a role without one takes the newest
 * @param served by role, the versions that served studies, the last one last, none twice in a row
 * @param shadow the version that runs beside the serving one
 */
public record ModelSelection(Map<String, ModelName> used, Map<String, List<ModelName>> served, Optional<ModelName> shadow) {
    /** Nothing was chosen and nothing has served. */
    public static final ModelSelection NONE = new ModelSelection(Map.of(), Map.of(), Optional.empty());

    private static final int REMEMBERED = 20;

    public ModelSelection {
        used = Map.copyOf(used);
        served = Map.copyOf(served);
    }

    public ModelSelection using(String role, ModelName name) {
        Map<String, ModelName> next = new LinkedHashMap<>(used);
        next.put(role, name);
        return new ModelSelection(next, served, shadow);
    }

    /** The newest version serves again. */
    public ModelSelection usingNewest(String role) {
        Map<String, ModelName> next = new LinkedHashMap<>(used);
        next.remove(role);
        return new ModelSelection(next, served, shadow);
    }

    public ModelSelection shadowing(Optional<ModelName> name) {
        return new ModelSelection(used, served, name);
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
        return new ModelSelection(used, next, shadow);
    }

    /** The version that served the role most recently and will do. */
    public Optional<ModelName> lastServed(String role, Predicate<ModelName> willDo) {
        return served.getOrDefault(role, List.of()).stream().filter(willDo).reduce((earlier, later) -> later);
    }
}
