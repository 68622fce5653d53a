package spine.config.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;

/**
 * What one configuration of Configuration Admin holds.
 *
 * @param pid its own PID
 * @param kind the PID that its settings are described by: of a factory, the factory
 * @param values without what Configuration Admin and the folder of files have added
 */
record StoredValues(String pid, String kind, Map<String, Object> values) {

    /** @return empty if it has been deleted meanwhile or holds nothing yet */
    static Optional<StoredValues> of(Configuration configuration) {
        try {
            Dictionary<String, Object> properties = configuration.getProperties();
            if (properties == null) {
                return Optional.empty();
            }
            Map<String, Object> values = new TreeMap<>();
            for (String key : Collections.list(properties.keys())) {
                if (!key.startsWith("service.") && !key.equals(ConfigurationFolder.ORIGIN)) {
                    values.put(key, properties.get(key));
                }
            }
            String factory = configuration.getFactoryPid();
            return Optional.of(new StoredValues(configuration.getPid(), factory == null ? configuration.getPid() : factory, values));
        } catch (IllegalStateException deleted) {
            return Optional.empty();
        }
    }
}
