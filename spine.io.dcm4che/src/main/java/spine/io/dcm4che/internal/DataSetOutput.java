package spine.io.dcm4che.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomOutputStream;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.charset.CharacterSet;

/** One data set to be written, in explicit VR little endian with text in UTF-8; fragments of pixels as they are. */
final class DataSetOutput {
    private static final int META_GROUP = 0x0002;
    private static final int BUFFER = 1 << 16;

    private final Attributes dataSet;
    private final Attributes meta;

    /** @throws IllegalArgumentException if a UID of the file meta information is missing */
    DataSetOutput(DicomObject object) {
        this.dataSet = attributes(object);
        dataSet.setString(Tag.SpecificCharacterSet, VR.CS, CharacterSet.UTF_8_TERM);
        boolean encapsulated = object.element(Tag.PixelData).map(pixels -> pixels.fragments() != null).orElse(false);
        this.meta = Attributes.createFileMetaInformation(object.text(Tag.SOPInstanceUID), object.text(Tag.SOPClassUID),
                encapsulated ? object.text(Tag.TransferSyntaxUID) : UID.ExplicitVRLittleEndian);
    }

    void write(OutputStream out) throws IOException {
        // To close it would close what is not ours.
        DicomOutputStream stream = new DicomOutputStream(new BufferedOutputStream(out, BUFFER), UID.ExplicitVRLittleEndian);
        stream.writeDataset(meta, dataSet);
        stream.flush();
    }

    /** Without file meta information and retired group lengths. */
    private static Attributes attributes(DicomObject object) {
        Attributes attributes = new Attributes(object.elements().size());
        for (DicomElement element : object.elements()) {
            if (element.tag() >>> 16 != META_GROUP && (element.tag() & 0xffff) != 0) {
                put(element, attributes);
            }
        }
        return attributes;
    }

    private static void put(DicomElement element, Attributes into) {
        if (element.fragments() != null) {
            into.newFragments(element.tag(), VR.OB, element.fragments().size()).addAll(element.fragments());
        } else if (element.items() != null) {
            Sequence items = into.newSequence(element.tag(), element.items().size());
            element.items().forEach(item -> items.add(attributes(item)));
        } else {
            into.setBytes(element.tag(), representation(element.vr()), element.bytes());
        }
    }

    /** UN for what is no sequence although it says so, and for what dcm4che does not know. */
    private static VR representation(String name) {
        VR vr = name.length() == 2 ? VR.valueOf(name.charAt(0) << 8 | name.charAt(1)) : null;
        return vr == null || vr == VR.SQ ? VR.UN : vr;
    }
}
