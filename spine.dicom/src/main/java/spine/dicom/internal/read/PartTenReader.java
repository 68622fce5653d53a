package spine.dicom.internal.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import spine.api.UnusableInputException;
import spine.common.file.LimitedInput;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.bulk.PixelPlace;

/** Reads a file in any of the plain transfer syntaxes, the deflated one included; encapsulated pixels stay as they are. */
public final class PartTenReader {
    private final String name;
    private final boolean withPixels;
    private final DicomLimits limits;

    /** @param name names the file in messages */
    public PartTenReader(String name, boolean withPixels, DicomLimits limits) {
        this.name = name;
        this.withPixels = withPixels;
        this.limits = limits;
    }

    public DicomObject read(InputStream in) throws UnusableInputException, IOException {
        return readUpTo(in).header();
    }

    /**
     * Reads a header and looks where the pixel data lies; to be used on a reader without pixels.
     *
     * @param in from the beginning of the file
     */
    public HeaderAndPlace locate(InputStream in) throws UnusableInputException, IOException {
        return readUpTo(in);
    }

    private HeaderAndPlace readUpTo(InputStream in) throws UnusableInputException, IOException {
        ByteSource source = new ByteSource(in, name);
        FileHeader.skipPreamble(source, name);
        DicomObject object = new DicomObject();
        ReadingBudget budget = new ReadingBudget(limits, name);
        FileHeader.readMeta(source, budget, object);
        String syntax = object.text(Tag.TransferSyntaxUID);
        DataSetParser parser = new DataSetParser(name, withPixels, budget);
        if (syntax.equals(TransferSyntax.DEFLATED)) {
            long deflated = source.position();
            return new HeaderAndPlace(object, readDeflated(source, parser, object).map(place -> place.inflatedFrom(deflated)));
        }
        return new HeaderAndPlace(object, parser.readAll(source, syntax.isEmpty() ? Encoding.guess(source) : Encoding.of(syntax), object));
    }

    private Optional<PixelPlace> readDeflated(ByteSource source, DataSetParser parser, DicomObject into)
            throws IOException, UnusableInputException {
        Inflater inflater = new Inflater(true);
        try {
            InputStream inflated = new LimitedInput(new InflaterInputStream(source.rest(), inflater), limits.inflatedBytes(),
                    () -> new ZipException("more inflated data than " + limits.inflatedBytes() + " bytes"));
            return parser.readAll(new ByteSource(inflated, name), Encoding.EXPLICIT, into);
        } catch (ZipException | EOFException damaged) {
            throw new UnusableInputException(name + " is cut off, damaged or too large: its deflated part cannot be read", damaged);
        } finally {
            inflater.end();
        }
    }
}
