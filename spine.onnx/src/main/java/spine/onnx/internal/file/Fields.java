package spine.onnx.internal.file;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** The fields of one protobuf message, one after another. Whoever does not know a field refuses the file. */
final class Fields {
    private final CodedInputStream in;
    private final String message;
    private int tag;

    /** @param message what the message is, for sentences */
    Fields(byte[] content, String message) {
        this.in = CodedInputStream.newInstance(content);
        this.message = message;
    }

    /** Moves to the next field. @return its number, 0 at the end */
    int next() throws IOException {
        tag = in.readTag();
        return WireFormat.getTagFieldNumber(tag);
    }

    /** The bytes of the field: a text, a message or packed numbers. */
    byte[] bytes() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readByteArray();
    }

    String text() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readStringRequireUtf8();
    }

    Fields message(String what) throws IOException {
        return new Fields(bytes(), what);
    }

    long integer() throws IOException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readInt64();
    }

    float number() throws IOException {
        require(WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    /** A repeated number, of which there is one here or, packed, several. */
    void integers(Numbers to) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
            to.add(in.readInt64());
            return;
        }
        CodedInputStream packed = CodedInputStream.newInstance(bytes());
        while (!packed.isAtEnd()) {
            to.add(packed.readInt64());
        }
    }

    /** The same for numbers with a fraction. */
    void floats(Numbers to) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_FIXED32) {
            to.add(in.readFloat());
            return;
        }
        CodedInputStream packed = CodedInputStream.newInstance(bytes());
        while (!packed.isAtEnd()) {
            to.add(packed.readFloat());
        }
    }

    /** Steps over a field that changes nothing, such as a description. */
    void skip() throws IOException {
        in.skipField(tag);
    }

    IOException unknown() {
        return new IOException("the ONNX file has a " + message + " with the field " + WireFormat.getTagFieldNumber(tag)
                + ", which is not allowed here");
    }

    private void require(int type) throws IOException {
        if (WireFormat.getTagWireType(tag) != type) {
            throw new IOException("the ONNX file is damaged: field " + WireFormat.getTagFieldNumber(tag) + " of a " + message
                    + " has another type than it should");
        }
    }
}
