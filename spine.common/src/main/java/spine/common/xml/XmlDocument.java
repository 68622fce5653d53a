package spine.common.xml;

import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads documents of XML by the parser of Java, with their namespaces. They lead to nothing else: one with a document type is refused. */
public final class XmlDocument {

    private XmlDocument() {
    }

    /** @throws SAXException if it is no document, or not such a one */
    public static Document parse(InputSource source) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(source);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
