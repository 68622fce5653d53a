package spine.isolation.internal.codec;

import java.io.IOException;
import java.util.Arrays;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;

/** {@code spine.api.anatomy}: the labelled spine. */
final class AnatomyCodec {

    private AnatomyCodec() {
    }

    static void writeSpine(ValueOutput out, SpineAnatomy spine) throws IOException {
        out.list(spine.stacks(), AnatomyCodec::writeStack);
        out.name(spine.variant());
        out.list(spine.units(), AnatomyCodec::writeUnit);
        out.real(spine.nameConfidence());
        out.optional(spine.noSpine(), ValueOutput::text);
        out.list(spine.notes(), ValueOutput::text);
        out.list(spine.warnings(), ValueOutput::text);
    }

    static SpineAnatomy readSpine(ValueInput in) throws IOException {
        return new SpineAnatomy(in.list(AnatomyCodec::readStack), in.name(NumericalVariant.class), in.list(AnatomyCodec::readUnit),
                in.real(), in.optional(ValueInput::text), in.list(ValueInput::text), in.list(ValueInput::text));
    }

    static void writeUnit(ValueOutput out, DiscovertebralUnit unit) throws IOException {
        writeLevel(out, unit.level());
        out.truth(unit.present());
        out.number(unit.stack());
        out.real(unit.confidence());
    }

    static DiscovertebralUnit readUnit(ValueInput in) throws IOException {
        return new DiscovertebralUnit(readLevel(in), in.truth(), in.number(), in.real());
    }

    static void writeMaps(ValueOutput out, byte[][] maps) throws IOException {
        out.list(Arrays.asList(maps), ValueOutput::bytes);
    }

    static byte[][] readMaps(ValueInput in) throws IOException {
        return in.list(ValueInput::bytes).toArray(byte[][]::new);
    }

    private static void writeStack(ValueOutput out, StackAnatomy stack) throws IOException {
        writeMaps(out, stack.structures());
        writeMaps(out, stack.canal());
        out.list(stack.bodies(), AnatomyCodec::writeBody);
        out.list(stack.discs(), AnatomyCodec::writeDisc);
    }

    private static StackAnatomy readStack(ValueInput in) throws IOException {
        return new StackAnatomy(readMaps(in), readMaps(in), in.list(AnatomyCodec::readBody), in.list(AnatomyCodec::readDisc));
    }

    private static void writeBody(ValueOutput out, VertebralBody body) throws IOException {
        out.name(body.level());
        ImageCodec.writePoint(out, body.centre());
        ImageCodec.writePoint(out, body.cranial());
        ImageCodec.writePoint(out, body.anterior());
        writeEndplate(out, body.upper());
        writeEndplate(out, body.lower());
        out.real(body.heightMm());
        out.real(body.depthMm());
        out.real(body.confidence());
    }

    private static VertebralBody readBody(ValueInput in) throws IOException {
        return new VertebralBody(in.name(Vertebra.class), ImageCodec.readPoint(in), ImageCodec.readPoint(in), ImageCodec.readPoint(in),
                readEndplate(in), readEndplate(in), in.real(), in.real(), in.real());
    }

    private static void writeEndplate(ValueOutput out, Endplate endplate) throws IOException {
        ImageCodec.writePoint(out, endplate.centre());
        ImageCodec.writePoint(out, endplate.outward());
    }

    private static Endplate readEndplate(ValueInput in) throws IOException {
        return new Endplate(ImageCodec.readPoint(in), ImageCodec.readPoint(in));
    }

    private static void writeDisc(ValueOutput out, Disc disc) throws IOException {
        writeLevel(out, disc.level());
        ImageCodec.writePoint(out, disc.centre());
        out.real(disc.heightMm());
        out.real(disc.confidence());
    }

    private static Disc readDisc(ValueInput in) throws IOException {
        return new Disc(readLevel(in), ImageCodec.readPoint(in), in.real(), in.real());
    }

    private static void writeLevel(ValueOutput out, DiscLevel level) throws IOException {
        out.name(level.upper());
        out.name(level.lower());
    }

    private static DiscLevel readLevel(ValueInput in) throws IOException {
        return new DiscLevel(in.name(Vertebra.class), in.name(Vertebra.class));
    }
}
