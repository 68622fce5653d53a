package spine.common.settings;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import spine.common.xml.XmlDocument;

/** Reads what a bundle says about its settings: the XML files below {@link #FOLDER}. */
public final class MetatypeDocument {
    /** Where they lie in a bundle. */
    public static final String FOLDER = "OSGI-INF/metatype";

    private MetatypeDocument() {
    }

    /** @return settings by PID, that of a factory included @throws IOException if it is no such file */
    public static Map<String, List<MetatypeAttribute>> read(InputStream in) throws IOException {
        Document document = parse(in);
        Map<String, List<MetatypeAttribute>> classes = new TreeMap<>();
        for (Element definition : elements(document.getElementsByTagName("OCD"))) {
            List<MetatypeAttribute> attributes = new ArrayList<>();
            elements(definition.getElementsByTagName("AD")).forEach(attribute -> attributes.add(attribute(attribute)));
            classes.put(definition.getAttribute("id"), attributes);
        }
        Map<String, List<MetatypeAttribute>> settings = new TreeMap<>();
        for (Element designate : elements(document.getElementsByTagName("Designate"))) {
            String pid = designate.getAttribute(designate.hasAttribute("factoryPid") ? "factoryPid" : "pid");
            for (Element object : elements(designate.getElementsByTagName("Object"))) {
                settings.put(pid, classes.getOrDefault(object.getAttribute("ocdref"), List.of()));
            }
        }
        return settings;
    }

    private static Document parse(InputStream in) throws IOException {
        try {
            return XmlDocument.parse(new InputSource(in));
        } catch (SAXException e) {
            throw new IOException("it is no description of settings", e);
        }
    }

    private static MetatypeAttribute attribute(Element attribute) {
        ValueRule rule = ValueRule.of(attribute.getAttribute("type"), attribute.getAttribute("min"), attribute.getAttribute("max"));
        String cardinality = attribute.getAttribute("cardinality");
        return new MetatypeAttribute(attribute.getAttribute("id"), rule, cardinality.isEmpty() ? 0 : Integer.parseInt(cardinality),
                attribute.getAttribute("default"),
                elements(attribute.getElementsByTagName("Option")).stream().map(option -> option.getAttribute("value")).toList());
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
