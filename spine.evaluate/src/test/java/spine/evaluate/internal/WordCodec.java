package spine.evaluate.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Reads "study series field vendor" for an image. */
final class WordCodec implements DicomCodec {

    @Override
    public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
        String[] words = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ", 4);
        if (words.length < 4) {
            throw new UnusableInputException(name + " is not DICOM.");
        }
        return new DicomObject().text(Tag.StudyInstanceUID, "UI", words[0]).text(Tag.SeriesInstanceUID, "UI", words[1])
                .text(Tag.MagneticFieldStrength, "DS", words[2]).text(Tag.Manufacturer, "LO", words[3]);
    }

    @Override
    public void write(DicomObject object, OutputStream out) {
        throw new UnsupportedOperationException();
    }
}
