package spine.api.report;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings a result was computed with: those that can change it, as {@link spine.api.service.EffectiveSettings} tells them.
 *
 * @param changed what differs from its default: value by {@code PID.KEY}, sorted
 * @param sha256 digest of all, 64 lower-case hexadecimal digits; empty where nobody knows, as for a truth
 */
public record UsedSettings(SortedMap<String, String> changed, String sha256) {
    /** Nobody knows, or there were none. */
    public static final UsedSettings UNKNOWN = new UsedSettings(Map.of(), "");

    public UsedSettings {
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        Objects.requireNonNull(sha256, "sha256");
    }

    /** The same from a map in any order. */
    public UsedSettings(Map<String, String> changed, String sha256) {
        this(new TreeMap<>(changed), sha256);
    }

    /** Whether somebody knows them. */
    public boolean known() {
        return !sha256.isEmpty();
    }
}
