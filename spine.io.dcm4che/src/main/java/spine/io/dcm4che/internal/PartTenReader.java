package spine.io.dcm4che.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.bulk.PixelPlace;
import spine.dicom.charset.CharacterSet;

/** Reads one file, and says in one sentence why it cannot. */
final class PartTenReader {
    private final String name;
    private final boolean withPixels;

    /** @param name names the file in messages */
    PartTenReader(String name, boolean withPixels) {
        this.name = name;
        this.withPixels = withPixels;
    }

    /** @param in from the beginning of the file, with mark and reset */
    HeaderAndPlace read(InputStream in) throws UnusableInputException, IOException {
        DicomObject object = new DicomObject();
        DataSetHandler handler = new DataSetHandler(object, new ReadingLimits(name));
        try (PartTenInput input = PartTenInput.open(in, name, handler)) {
            DicomInputStream stream = input.dataSet();
            stream.setDicomInputHandler(handler);
            stream.readDataset(at -> at.tag() == Tag.PixelData && !withPixels);
            object.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM);
            return new HeaderAndPlace(object, stream.tag() == Tag.PixelData && !withPixels ? Optional.of(place(input, handler))
                    : Optional.empty());
        } catch (LimitExceededException tooMuch) {
            throw new UnusableInputException(tooMuch.getMessage());
        } catch (EOFException end) {
            throw new UnusableInputException(name + " is cut off: it ends within an element", end);
        } catch (ZipException damaged) {
            throw new UnusableInputException(name + " is cut off, damaged or too large: its deflated part cannot be read", damaged);
        } catch (DicomStreamException | RuntimeException damaged) {
            throw new UnusableInputException(name + " is damaged: dcm4che cannot read it", damaged);
        }
    }

    private static PixelPlace place(PartTenInput input, DataSetHandler handler) {
        DicomInputStream at = input.dataSet();
        PixelPlace place = new PixelPlace(PixelPlace.NONE, at.getPosition(), at.unsignedLength(),
                at.bigEndian() ? handler.wordSize(at.tag(), at.vr()) : 1);
        return input.isDeflated() ? place.inflatedFrom(input.begin()) : place.movedBy(input.begin());
    }
}
