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
            return new HeaderAndPlace(object, stream.tag() == Tag.PixelData && !withPixels
                    ? Optional.of(place(input, object.integer(Tag.BitsAllocated, 0))) : Optional.empty());
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

    /** In big endian pixels of 32 bits are words of their own, whatever the representation. */
    private static PixelPlace place(PartTenInput input, int bitsAllocated) {
        DicomInputStream at = input.dataSet();
        int wordSize = bitsAllocated == Integer.SIZE ? Integer.BYTES : at.vr().numEndianBytes();
        long position = input.begin() + at.getPosition();
        PixelPlace place = new PixelPlace(PixelPlace.NONE, position, at.unsignedLength(), at.bigEndian() ? wordSize : 1);
        return input.isDeflated() ? new PixelPlace(input.deflatedFrom(), at.getPosition(), place.length(), place.wordSize()) : place;
    }
}
