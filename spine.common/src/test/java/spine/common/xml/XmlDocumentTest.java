package spine.common.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class XmlDocumentTest {

    @Test
    void namespacesAreKnown() throws Exception {
        assertEquals("urn:a", XmlDocument.parse(source("<a:b xmlns:a='urn:a'/>")).getDocumentElement().getNamespaceURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"})
    void whatIsNoDocumentOrLeadsToOthersIsRefused(String text) {
        assertThrows(SAXException.class, () -> XmlDocument.parse(source(text)));
    }

    private static InputSource source(String text) {
        return new InputSource(new StringReader(text));
    }
}
