package spine.config.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import spine.common.digest.Sha256;

/** Settings that can change a result, as they are at one moment, collected one by one. */
final class ScoringSettings {
    private final SortedMap<String, String> all = new TreeMap<>();
    private final SortedMap<String, String> changed = new TreeMap<>();

    /** @param configured null where the default counts */
    void add(String pid, Setting setting, Object configured) {
        String standard = setting.standardText();
        String value = configured == null ? standard : SettingText.of(configured);
        put(pid, setting.key(), value, !value.equals(standard));
    }

    /** A value that nothing describes, so that no default is known. */
    void addUndescribed(String pid, String key, Object configured) {
        put(pid, key, SettingText.of(configured), true);
    }

    /** Those that differ from their default, by {@code PID.KEY}. */
    Map<String, String> changed() {
        return Collections.unmodifiableMap(changed);
    }

    /** Digest of all, as {@link spine.api.service.EffectiveSettings#sha256} says. */
    String sha256() {
        StringBuilder lines = new StringBuilder();
        all.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void put(String pid, String key, String value, boolean differs) {
        String name = pid + "." + key;
        all.put(name, value);
        if (differs) {
            changed.put(name, value);
        }
    }
}
