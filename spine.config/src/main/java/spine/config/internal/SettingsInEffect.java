package spine.config.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import spine.api.service.ConfigurationFiles;
import spine.api.service.EffectiveSettings;

/** What Configuration Admin holds for the bundles that take part in scoring, whoever has put it there. */
@Component
public final class SettingsInEffect implements EffectiveSettings {
    /** Follows a PID in that of its shipped values. */
    private static final String SHIPPED = ".defaults";

    private final ConfigurationAdmin admin;
    private final KnownSettings known;

    /** @param files which have been read once when this service is there */
    @Activate
    public SettingsInEffect(BundleContext context, @Reference ConfigurationAdmin admin, @Reference MetaTypeService metatypes,
            @Reference ConfigurationFiles files) {
        this.admin = admin;
        this.known = new KnownSettings(context, metatypes);
    }

    @Override
    public Map<String, String> changed() {
        return now().changed();
    }

    @Override
    public String sha256() {
        return now().sha256();
    }

    private ScoringSettings now() {
        ScoringSettings settings = new ScoringSettings();
        known.scoring().forEach((pid, described) -> described(pid, described, settings));
        for (StoredValues stored : find("(" + ConfigurationFolder.ORIGIN + "=*)")) {
            if (known.of(stored.kind()).isEmpty()) {
                stored.values().forEach((key, value) -> settings.addUndescribed(stored.pid(), key, value));
            }
        }
        return settings;
    }

    private void described(String pid, List<Setting> settings, ScoringSettings into) {
        for (StoredValues instance : find("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + pid + ")")) {
            settings.forEach(setting -> into.add(instance.pid(), setting, instance.values().get(setting.key())));
        }
        Map<String, Object> values = new HashMap<>();
        find("(" + Constants.SERVICE_PID + "=" + pid + SHIPPED + ")").forEach(shipped -> values.putAll(shipped.values()));
        find("(" + Constants.SERVICE_PID + "=" + pid + ")").forEach(own -> values.putAll(own.values()));
        settings.forEach(setting -> into.add(pid, setting, values.get(setting.key())));
    }

    private List<StoredValues> find(String filter) {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? List.of() : Arrays.stream(found).map(StoredValues::of).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
