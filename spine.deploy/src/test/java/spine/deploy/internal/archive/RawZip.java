package spine.deploy.internal.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip file written byte by byte, so that it can have every fault. As it is built, without one, it is sound. */
public final class RawZip {
    private final List<Part> parts = new ArrayList<>();
    private byte[] prefix = {};
    private byte[] beforeList = {};
    private byte[] comment = {};
    private int numberAdded;

    /** An entry; every field may be set to something else before the file is written. */
    public static final class Part {
        public String name;
        public String localName;
        public int flags = 1 << 11;
        public int localFlags = 1 << 11;
        public int method;
        public int localMethod;
        public long crc;
        public long localCrc;
        public long size;
        public long localSize;
        public long packed;
        public long localPacked;
        public long offsetAdded;
        public byte[] bytes;
        public byte[] behind = {};
        private long offset;
    }

    public RawZip stored(String name, byte[] content, List<Consumer<Part>> faults) {
        return add(name, content, content, 0, faults);
    }

    public RawZip deflated(String name, byte[] content, List<Consumer<Part>> faults) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return add(name, content, java.util.Arrays.copyOf(packed, length), 8, faults);
    }

    private RawZip add(String name, byte[] content, byte[] packed, int method, List<Consumer<Part>> faults) {
        CRC32 crc = new CRC32();
        crc.update(content);
        Part part = new Part();
        part.name = name;
        part.localName = name;
        part.method = method;
        part.localMethod = method;
        part.crc = crc.getValue();
        part.localCrc = crc.getValue();
        part.size = content.length;
        part.localSize = content.length;
        part.packed = packed.length;
        part.localPacked = packed.length;
        part.bytes = packed;
        faults.forEach(fault -> fault.accept(part));
        parts.add(part);
        return this;
    }

    public RawZip prefix(String text) {
        prefix = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public RawZip beforeList(String text) {
        beforeList = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public RawZip comment(byte[] bytes) {
        comment = bytes.clone();
        return this;
    }

    public RawZip numberAdded(int more) {
        numberAdded = more;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        for (Part part : parts) {
            part.offset = out.size() + part.offsetAdded;
            byte[] name = part.localName.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(little(30).putInt(0x04034b50).putShort((short) 20).putShort((short) part.localFlags)
                    .putShort((short) part.localMethod).putInt(0).putInt((int) part.localCrc).putInt((int) part.localPacked)
                    .putInt((int) part.localSize).putShort((short) name.length).putShort((short) 0).array());
            out.writeBytes(name);
            out.writeBytes(part.bytes);
            out.writeBytes(part.behind);
        }
        out.writeBytes(beforeList);
        int start = out.size();
        for (Part part : parts) {
            byte[] name = part.name.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(little(46).putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) part.flags)
                    .putShort((short) part.method).putInt(0).putInt((int) part.crc).putInt((int) part.packed).putInt((int) part.size)
                    .putShort((short) name.length).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                    .putInt(0).putInt((int) part.offset).array());
            out.writeBytes(name);
        }
        short number = (short) (parts.size() + numberAdded);
        out.writeBytes(little(22).putInt(0x06054b50).putInt(0).putShort(number).putShort(number).putInt(out.size() - start)
                .putInt(start).putShort((short) comment.length).array());
        out.writeBytes(comment);
        return out.toByteArray();
    }

    static byte[] descriptor(Part part) {
        return little(16).putInt(0x08074b50).putInt((int) part.crc).putInt((int) part.packed).putInt((int) part.size).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
