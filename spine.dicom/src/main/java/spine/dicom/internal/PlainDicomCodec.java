package spine.dicom.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** DICOM files in plain Java. */
@Component(property = DicomCodec.CODEC_NAME + "=plain")
public final class PlainDicomCodec implements DicomCodec {
    private static final long MOST_INFLATED = 1 << 29;

    @Override
    public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
        ByteSource source = new ByteSource(in, name);
        FileHeader.skipPreamble(source, name);
        DicomObject object = new DicomObject();
        FileHeader.readMeta(source, object);
        String syntax = object.text(Tag.TransferSyntaxUID);
        DataSetParser parser = new DataSetParser(name, withPixels);
        if (syntax.equals(TransferSyntax.DEFLATED)) {
            readDeflated(source, parser, name, object);
        } else {
            parser.readAll(source, syntax.isEmpty() ? Encoding.guess(source) : TransferSyntax.encoding(syntax), object);
        }
        return object;
    }

    @Override
    public void write(DicomObject object, OutputStream out) throws IOException {
        new PartTenWriter(out).write(object);
    }

    private static void readDeflated(ByteSource source, DataSetParser parser, String name, DicomObject into)
            throws IOException, UnusableInputException {
        Inflater inflater = new Inflater(true);
        try {
            InputStream inflated = new LimitedInput(new InflaterInputStream(source.rest(), inflater), MOST_INFLATED);
            parser.readAll(new ByteSource(inflated, name), Encoding.EXPLICIT, into);
        } catch (ZipException | EOFException damaged) {
            throw new UnusableInputException(name + " is cut off or damaged: its deflated part cannot be read", damaged);
        } finally {
            inflater.end();
        }
    }
}
