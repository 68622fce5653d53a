package spine.isolation.internal.codec;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import spine.api.image.Acquisition;
import spine.api.image.Note;
import spine.api.image.PixelBox;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.image.Vec3;

/** {@code spine.api.image}: studies, stacks and regions. */
public final class ImageCodec {

    private ImageCodec() {
    }

    public static void writeStudy(ValueOutput out, Study study) throws IOException {
        out.text(study.studyInstanceUid());
        out.list(study.stacks(), ImageCodec::writeStack);
        out.list(study.notes(), (into, note) -> {
            into.name(note.severity());
            into.text(note.text());
        });
        out.optional(study.label().pseudonym(), ValueOutput::text);
        out.optional(study.label().date(), ValueOutput::text);
    }

    public static Study readStudy(ValueInput in) throws IOException {
        return new Study(in.text(), in.list(ImageCodec::readStack), in.list(from -> new Note(from.name(Note.Severity.class), from.text())),
                new StudyLabel(in.optional(ValueInput::text), in.optional(ValueInput::text)));
    }

    public static void writeStack(ValueOutput out, SliceStack stack) throws IOException {
        out.text(stack.seriesInstanceUid());
        out.text(stack.frameOfReferenceUid());
        out.text(stack.description());
        writeAcquisition(out, stack.acquisition());
        out.list(stack.slices(), ImageCodec::writeSlice);
    }

    public static SliceStack readStack(ValueInput in) throws IOException {
        return new SliceStack(in.text(), in.text(), in.text(), readAcquisition(in), in.list(ImageCodec::readSlice));
    }

    public static void writeRegion(ValueOutput out, StackRegion region) throws IOException {
        out.list(region.boxes(), (into, box) -> {
            into.number(box.top());
            into.number(box.left());
            into.number(box.rows());
            into.number(box.columns());
        });
    }

    public static StackRegion readRegion(ValueInput in) throws IOException {
        List<PixelBox> boxes = in.list(from -> new PixelBox(from.number(), from.number(), from.number(), from.number()));
        return new StackRegion(boxes);
    }

    static void writePoint(ValueOutput out, Vec3 point) throws IOException {
        out.real(point.x());
        out.real(point.y());
        out.real(point.z());
    }

    static Vec3 readPoint(ValueInput in) throws IOException {
        return new Vec3(in.real(), in.real(), in.real());
    }

    private static void writeAcquisition(ValueOutput out, Acquisition acquisition) throws IOException {
        out.real(acquisition.repetitionTimeMs());
        out.real(acquisition.echoTimeMs());
        out.real(acquisition.inversionTimeMs());
        out.real(acquisition.fieldStrengthTesla());
        out.real(acquisition.sliceThicknessMm());
        out.text(acquisition.manufacturer());
    }

    private static Acquisition readAcquisition(ValueInput in) throws IOException {
        return new Acquisition(in.real(), in.real(), in.real(), in.real(), in.real(), in.text());
    }

    private static void writeSlice(ValueOutput out, Slice slice) throws IOException {
        out.text(slice.sopInstanceUid());
        out.text(slice.sopClassUid());
        writePoint(out, slice.plane().origin());
        writePoint(out, slice.plane().alongRow());
        writePoint(out, slice.plane().alongColumn());
        out.real(slice.plane().columnSpacing());
        out.real(slice.plane().rowSpacing());
        out.number(slice.rows());
        out.number(slice.columns());
        out.floats(slice.pixels());
        out.optional(slice.source().map(URI::toString), ValueOutput::text);
    }

    private static Slice readSlice(ValueInput in) throws IOException {
        return new Slice(in.text(), in.text(), new SlicePlane(readPoint(in), readPoint(in), readPoint(in), in.real(), in.real()),
                in.number(), in.number(), in.floats(), in.optional(ValueInput::text).map(URI::create));
    }
}
