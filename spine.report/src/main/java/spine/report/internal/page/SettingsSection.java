package spine.report.internal.page;

import java.util.List;
import java.util.Optional;
import spine.api.report.UsedSettings;

/**
 * The settings of a result.
 *
 * @param changed those that differ from their default
 * @param sha256 digest of all
 */
public record SettingsSection(List<Changed> changed, String sha256) {

    /** @param value may be empty */
    public record Changed(String key, String value) {
    }

    /** Empty where nobody knows the settings. */
    public static Optional<SettingsSection> of(UsedSettings settings) {
        return settings.known() ? Optional.of(new SettingsSection(
                settings.changed().entrySet().stream().map(setting -> new Changed(setting.getKey(), setting.getValue())).toList(),
                settings.sha256())) : Optional.empty();
    }

    public boolean differ() {
        return !changed.isEmpty();
    }
}
