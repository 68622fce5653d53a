package spine.api.service;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings in effect now that can change a result or a report: those that an installed bundle which uses the contracts describes in
 * Metatype, and those of files that nothing describes. A bundle names the PIDs whose settings only say how the platform operates, such as
 * time limits and thresholds of health, by a capability {@link #OPERATION}; they are left out, and so is every setting of the type
 * password. Safe for use by many threads; each call looks anew.
 */
@ProviderType
public interface EffectiveSettings {

    /** Namespace of a capability, and its attribute, a PID: the settings of that PID can change no result. */
    String OPERATION = "spine.operation";

    /**
     * What differs from its default.
     *
     * @return value by {@code PID.KEY}, such as {@code spine.unet.engine}, sorted by key; several values are separated by a comma and a
     *     blank; empty where all defaults are in effect
     */
    Map<String, String> changed();

    /**
     * Digest of all settings, of those with their default value too. It changes when a bundle with settings comes or goes.
     *
     * @return SHA-256 of the lines {@code PID.KEY=VALUE}, sorted by key, each with a line feed, in UTF-8: 64 lower-case hexadecimal digits
     */
    String sha256();
}
