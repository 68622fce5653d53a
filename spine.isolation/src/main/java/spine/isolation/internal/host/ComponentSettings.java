package spine.isolation.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that the components of an isolated bundle read, by the PIDs in their descriptions (Declarative Services 1.5, 112.4.4). Its
 * process gets these and no others: what else is set, such as passwords, does not concern it.
 */
final class ComponentSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ComponentSettings.class);
    private static final String FOLDER = "OSGI-INF";
    /** Stands for the name of the component in its list of PIDs. */
    private static final String OWN_NAME = "$";

    private ComponentSettings() {
    }

    /** The PIDs that the components of the foreign bundle name, whose descriptions its stand-in has; what cannot be read names none. */
    static Set<String> pids(Bundle standIn) {
        Set<String> pids = new TreeSet<>();
        Enumeration<URL> descriptions = standIn.findEntries(FOLDER, "*.xml", false);
        for (URL description : descriptions == null ? List.<URL>of() : Collections.list(descriptions)) {
            try (InputStream in = description.openStream()) {
                add(pids, in);
            } catch (IOException | XMLStreamException noDescription) {
                LOG.warn("the settings that {} of {} names are not known: {}", description.getPath(), standIn.getSymbolicName(),
                        noDescription.toString());
            }
        }
        return pids;
    }

    /** What is set now, by PID. */
    static Map<String, Map<String, Object>> of(ConfigurationAdmin configurations, Set<String> pids) {
        Map<String, Map<String, Object>> settings = new TreeMap<>();
        try {
            Configuration[] all = configurations.listConfigurations(null);
            Arrays.stream(all == null ? new Configuration[0] : all)
                    .filter(one -> pids.contains(one.getPid()) && one.getProperties() != null)
                    .forEach(one -> settings.put(one.getPid(), properties(one.getProperties())));
        } catch (IOException | InvalidSyntaxException e) {
            LOG.warn("the settings {} cannot be read", pids, e);
        }
        return settings;
    }

    private static Map<String, Object> properties(Dictionary<String, Object> set) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Collections.list(set.keys()).stream().sorted().forEach(key -> properties.put(key, set.get(key)));
        return properties;
    }

    private static void add(Set<String> pids, InputStream description) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(description);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("component")) {
                String own = xml.getAttributeValue(null, "name");
                String named = xml.getAttributeValue(null, "configuration-pid");
                Stream.of((named == null ? OWN_NAME : named).trim().split("\\s+")).map(pid -> pid.equals(OWN_NAME) ? own : pid)
                        .filter(Objects::nonNull).forEach(pids::add);
            }
        }
    }
}
