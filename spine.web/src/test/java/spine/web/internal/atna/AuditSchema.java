package spine.web.internal.atna;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** PS3.15 A.5.1. */
final class AuditSchema {

    private AuditSchema() {
    }

    /** @throws SAXException if the message does not follow it */
    static Element read(String xml) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(AuditSchema.class.getResource("/audit-message.xsd"))
                .newValidator().validate(new DOMSource(document));
        return document.getDocumentElement();
    }

    static String attribute(Element message, String element, String name) {
        return ((Element) message.getElementsByTagName(element).item(0)).getAttribute(name);
    }
}
