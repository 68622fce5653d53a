package spine.app.internal.attach;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client wants.
 *
 * @param token from the address of the server
 * @param folder the folder in which the client works; paths that the user writes are relative to it
 * @param terminal whether its standard error is a terminal, which can show progress
 * @param interactive whether a person writes its input and reads its output
 * @param arguments the command line
 */
public record Request(String token, String folder, boolean terminal, boolean interactive, List<String> arguments) {

    public Request {
        arguments = List.copyOf(arguments);
    }

    /** Takes the same time whatever differs. */
    public boolean hasToken(String expected) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException if it is longer than a frame may be */
    Frame frame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(token);
            out.writeUTF(folder);
            out.writeBoolean(terminal);
            out.writeBoolean(interactive);
            out.writeShort(arguments.size());
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
        }
        if (bytes.size() > Frame.MOST_BYTES) {
            throw new IOException("the command line is too long");
        }
        return new Frame(Frame.Kind.REQUEST, bytes.toByteArray());
    }

    /** @throws IOException if it is none */
    public static Request of(Frame frame) throws IOException {
        if (frame.kind() != Frame.Kind.REQUEST) {
            throw new IOException("no request");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.bytes()))) {
            String token = in.readUTF();
            String folder = in.readUTF();
            boolean terminal = in.readBoolean();
            boolean interactive = in.readBoolean();
            List<String> arguments = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                arguments.add(in.readUTF());
            }
            return new Request(token, folder, terminal, interactive, arguments);
        }
    }
}
