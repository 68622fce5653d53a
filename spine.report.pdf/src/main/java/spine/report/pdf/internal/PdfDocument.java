package spine.report.pdf.internal;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import spine.common.xml.XmlDocument;

/**
 * Sets XHTML on pages as PDF/A-2a (ISO 19005-2): tagged, with all fonts inside. It has no date and its identifier follows from its content,
 * so that the same text is the same document, byte for byte. Nothing is loaded.
 */
final class PdfDocument {
    private static final String MAKER = "spine";
    /** In place of the time, of which PDFBox makes a part of the identifier. */
    private static final long NO_TIME = 0;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ReportFonts fonts;

    PdfDocument(ReportFonts fonts) {
        this.fonts = fonts;
    }

    byte[] of(String xhtml) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        fonts.addTo(builder);
        builder.withW3cDocument(parsed(xhtml), null);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer(MAKER);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"), when);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                dateless(document);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        }
    }

    private static Document parsed(String xhtml) throws IOException {
        try {
            return XmlDocument.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException e) {
            throw new IOException("the report is no XHTML: " + e.getMessage(), e);
        }
    }

    /** Takes the time of writing out of the two places that have it. */
    private static void dateless(PDDocument document) throws IOException {
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
        document.setDocumentId(NO_TIME);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String packet = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("\\s*<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>", "");
        metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
    }
}
