package spine.pipeline;

import java.util.Optional;
import java.util.function.Supplier;

import spine.api.report.UsedSettings;
import spine.api.service.EffectiveSettings;

/** The settings when a study began, before its providers were taken. */
final class SettingsAtStart {
    private final Supplier<UsedSettings> now;
    private final UsedSettings used;

    private SettingsAtStart(Supplier<UsedSettings> now) {
        this.now = now;
        this.used = now.get();
    }

    /** @param settings those of a platform; null where nobody knows them */
    static SettingsAtStart of(EffectiveSettings settings) {
        return settings == null ? unknown() : new SettingsAtStart(() -> new UsedSettings(settings.changed(), settings.sha256()));
    }

    /** Where nobody knows them. */
    static SettingsAtStart unknown() {
        return new SettingsAtStart(() -> UsedSettings.UNKNOWN);
    }

    UsedSettings used() {
        return used;
    }

    /** A sentence for the reader of the report if they are others by now: then nobody can say which ones counted for what. */
    Optional<String> doubt() {
        return now.get().equals(used) ? Optional.empty()
                : Optional.of("The settings changed while this study was scored; the report names those from before.");
    }
}
