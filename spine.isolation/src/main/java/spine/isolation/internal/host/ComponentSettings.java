package spine.isolation.internal.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.bundle.IsolatedBundle;

/**
 * The settings that the components of an isolated bundle read, by the PIDs in their descriptions (Declarative Services 1.5, 112.4.4). Its
 * process gets these and no others: what else is set, such as passwords, does not concern it.
 */
final class ComponentSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ComponentSettings.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final String FOLDER = "OSGI-INF/";

    private ComponentSettings() {
    }

    /** The PIDs that the components in the foreign jar name; what cannot be read names none. */
    static Set<String> pids(Bundle standIn) {
        Set<String> pids = new TreeSet<>();
        try (ZipInputStream jar = new ZipInputStream(standIn.getEntry(standIn.getHeaders("").get(IsolatedBundle.HEADER)).openStream())) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml")) {
                    add(pids, jar);
                }
            }
        } catch (IOException e) {
            LOG.warn("the settings of {} are not known: {}", standIn.getSymbolicName(), e.toString());
        }
        return pids;
    }

    /** What is set now, by PID. */
    static Map<String, Map<String, Object>> of(ConfigurationAdmin configurations, Set<String> pids) {
        Map<String, Map<String, Object>> settings = new TreeMap<>();
        try {
            Configuration[] all = configurations.listConfigurations(null);
            Arrays.stream(all == null ? new Configuration[0] : all).filter(one -> pids.contains(one.getPid()) && one.getProperties() != null)
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

    private static void add(Set<String> pids, InputStream in) throws IOException {
        byte[] description = in.readNBytes(MOST_BYTES);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(description));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("component")) {
                    String own = xml.getAttributeValue(null, "name");
                    String named = xml.getAttributeValue(null, "configuration-pid");
                    for (String pid : (named == null ? "$" : named).trim().split("\\s+")) {
                        if (!pid.equals("$")) {
                            pids.add(pid);
                        } else if (own != null) {
                            pids.add(own);
                        }
                    }
                }
            }
        } catch (XMLStreamException noDescription) {
            LOG.debug("no description of a component", noDescription);
        }
    }
}
