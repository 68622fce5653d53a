package spine.report.pdf.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of a document, which holds what it needs of them (DejaVu Sans Condensed, whose licence is beside them). Safe for many threads.
 */
final class ReportFonts {
    private static final String FAMILY = "report";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    /** It has no character above. */
    private static final int LAST = 0x1ffff;

    private final byte[] regular = read("DejaVuSansCondensed.ttf");
    private final byte[] bold = read("DejaVuSansCondensed-Bold.ttf");
    private final BitSet shown = characters(regular);

    ReportFonts() {
        shown.and(characters(bold));
    }

    /** Whether both have the character. */
    boolean show(int character) {
        return shown.get(character);
    }

    void addTo(PdfRendererBuilder builder) {
        builder.useFont(() -> new ByteArrayInputStream(regular), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
    }

    private static BitSet characters(byte[] file) {
        BitSet characters = new BitSet();
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int character = 0; character <= LAST; character++) {
                if (glyphs.getGlyphId(character) != 0) {
                    characters.set(character);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return characters;
    }

    private static byte[] read(String name) {
        try (InputStream in = ReportFonts.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
