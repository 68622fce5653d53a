package spine.runtime.internal.session;

import java.util.Map;

import spine.api.service.EffectiveSettings;

/** A platform without settings. */
final class NoSettings implements EffectiveSettings {

    @Override
    public Map<String, String> changed() {
        return Map.of();
    }

    @Override
    public String sha256() {
        return "";
    }
}
