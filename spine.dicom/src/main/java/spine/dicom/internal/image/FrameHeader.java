package spine.dicom.internal.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.image.Note;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.LossyCompression;
import spine.dicom.Tag;

/** What the header says of the values of one frame: of all frames, or in functional groups of its own (PS3.3 C.7.6.16). */
final class FrameHeader {
    private static final int SHARED_GROUPS = 0x52009229;
    private static final int PER_FRAME_GROUPS = 0x52009230;
    private static final int PIXEL_VALUE_TRANSFORMATION = 0x00289145;
    private static final int REAL_WORLD_VALUE_MAPPING = 0x00409096;
    private static final int MODALITY_LUT = 0x00283000;
    private static final int LUT_DESCRIPTOR = 0x00283002;
    private static final int LUT_DATA = 0x00283006;
    private static final int PIXEL_PADDING = 0x00280120;
    private static final int PIXEL_PADDING_LIMIT = 0x00280121;
    private static final int OVERLAY_BIT_POSITION = 0x60000102;
    private static final int OVERLAY_DATA = 0x60003000;
    /** Blocks of private tags and what the vendor calls itself in them. */
    private static final String PHILIPS = "Philips MR Imaging DD 001";
    private static final String PHILIPS_005 = "Philips MR Imaging DD 005";

    private final DicomObject header;
    private final List<DicomObject> groups = new ArrayList<>();

    FrameHeader(DicomObject header, int frame) {
        this.header = header;
        List<DicomObject> perFrame = header.items(PER_FRAME_GROUPS);
        if (frame < perFrame.size()) {
            groups.add(perFrame.get(frame));
        }
        groups.addAll(header.items(SHARED_GROUPS));
    }

    /** Slope and intercept; 1 and 0 if the header has none that can be used. */
    Rescale rescale() {
        double intercept = rescaleHolder().number(Tag.RescaleIntercept);
        return new Rescale(isUsable(slope()) ? slope() : 1, Double.isFinite(intercept) ? intercept : 0);
    }

    private DicomObject rescaleHolder() {
        return item(PIXEL_VALUE_TRANSFORMATION).orElse(header);
    }

    private double slope() {
        return rescaleHolder().number(Tag.RescaleSlope);
    }

    private static boolean isUsable(double slope) {
        return Double.isFinite(slope) && slope != 0;
    }

    /** The modality LUT (PS3.3 C.11.1), which stands in for a rescale. */
    Optional<LookupTable> modalityLut(boolean signed) {
        Optional<DicomObject> item = header.items(MODALITY_LUT).stream().findFirst();
        return item.flatMap(lut -> LookupTable.of(lut.numbers(LUT_DESCRIPTOR),
                lut.element(LUT_DATA).map(DicomElement::bytes).orElse(new byte[0]), signed));
    }

    /** The stored values that are no picture, from the lower to the upper; empty if there are none. */
    Optional<int[]> padding(int bitsStored, boolean signed) {
        double first = header.number(PIXEL_PADDING);
        if (Double.isNaN(first)) {
            return Optional.empty();
        }
        double last = header.number(PIXEL_PADDING_LIMIT);
        int from = CellBits.value((int) first, bitsStored, signed);
        int to = Double.isNaN(last) ? from : CellBits.value((int) last, bitsStored, signed);
        return Optional.of(new int[] {Math.min(from, to), Math.max(from, to)});
    }

    /** What was lost, and what was not applied. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (LossyCompression.applies(header)) {
            notes.add(Note.warning("The images were compressed with loss: fine detail may be missing or made up."));
        }
        if (!rescaleHolder().text(Tag.RescaleSlope).isEmpty() && !isUsable(slope())) {
            notes.add(Note.warning("The RescaleSlope of the images is 0 or no number; they were read as if it were 1."));
        }
        if (item(REAL_WORLD_VALUE_MAPPING).isPresent() || !header.items(REAL_WORLD_VALUE_MAPPING).isEmpty()) {
            notes.add(Note.info("The real-world value mapping of the images was not applied."));
        }
        if (hasPhilipsScale()) {
            notes.add(Note.info("The private scale slope of the manufacturer was not applied."));
        }
        if (hasEmbeddedOverlay()) {
            notes.add(Note.info("Overlays in unused bits of the pixels were left out."));
        }
        return notes;
    }

    private boolean hasPhilipsScale() {
        for (DicomObject holder : holders()) {
            for (DicomElement element : holder.elements()) {
                boolean scale = (element.tag() & 0xffff00fe) == 0x2005000e || (element.tag() & 0xffff00ff) == 0x2005000d;
                if (scale && isPhilips(holder, element.tag())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPhilips(DicomObject holder, int tag) {
        String creator = holder.text(tag & 0xffff0000 | tag >>> 8 & 0xff);
        return (tag & 0xff) >= 0x0d && (tag & 0xff) <= 0x0e && (creator.equals(PHILIPS) || creator.equals(PHILIPS_005));
    }

    private List<DicomObject> holders() {
        List<DicomObject> holders = new ArrayList<>(groups);
        holders.add(header);
        for (DicomObject group : groups) {
            group.elements().forEach(element -> holders.addAll(group.items(element.tag())));
        }
        return holders;
    }

    /** Whether unused bits of the pixels hold overlays. */
    boolean hasEmbeddedOverlay() {
        for (int repeat = 0; repeat < 0x20; repeat += 2) {
            if (header.integer(OVERLAY_BIT_POSITION + (repeat << 16), 0) > 0 && header.element(OVERLAY_DATA + (repeat << 16)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The first item of a functional group, of the frame or else shared. */
    private Optional<DicomObject> item(int sequence) {
        return groups.stream().flatMap(group -> group.items(sequence).stream()).findFirst();
    }
}
