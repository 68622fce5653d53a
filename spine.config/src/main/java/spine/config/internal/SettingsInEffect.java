package spine.config.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
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
        for (Configuration configuration : find("(" + ConfigurationFolder.ORIGIN + "=*)")) {
            String factory = configuration.getFactoryPid();
            if (known.of(factory == null ? configuration.getPid() : factory).isEmpty()) {
                undescribed(configuration, settings);
            }
        }
        return settings;
    }

    private void described(String pid, List<Setting> settings, ScoringSettings into) {
        for (Configuration instance : find("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + pid + ")")) {
            settings.forEach(setting -> into.add(instance.getPid(), setting, instance.getProperties().get(setting.key())));
        }
        List<Configuration> own = find("(" + Constants.SERVICE_PID + "=" + pid + ")");
        List<Configuration> shipped = find("(" + Constants.SERVICE_PID + "=" + pid + SHIPPED + ")");
        settings.forEach(setting -> into.add(pid, setting, value(setting.key(), own, value(setting.key(), shipped, null))));
    }

    private static Object value(String key, List<Configuration> configurations, Object otherwise) {
        Object value = configurations.isEmpty() ? null : configurations.get(0).getProperties().get(key);
        return value == null ? otherwise : value;
    }

    private static void undescribed(Configuration configuration, ScoringSettings into) {
        Dictionary<String, Object> values = configuration.getProperties();
        for (String key : Collections.list(values.keys())) {
            if (!key.startsWith("service.") && !key.equals(ConfigurationFolder.ORIGIN)) {
                into.addUndescribed(configuration.getPid(), key, values.get(key));
            }
        }
    }

    private List<Configuration> find(String filter) {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? List.of() : List.of(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
