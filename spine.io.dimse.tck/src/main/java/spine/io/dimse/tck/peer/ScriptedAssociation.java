package spine.io.dimse.tck.peer;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.dicom.DicomObject;

/** One side of an association, as simple as can be, on sockets alone. */
public final class ScriptedAssociation {
    private static final int LAST_COMMAND = 3;
    private static final int LAST_DATA = 2;
    private static final int FRAGMENT = 16_000;

    private final Socket socket;
    private final DataInputStream in;
    private final Map<Integer, Pdus.Proposed> contexts;
    private final List<byte[]> waiting = new ArrayList<>();
    private int lastMessage;

    /** @param dataSet empty if there is none */
    public record Message(int context, DicomObject command, Optional<byte[]> dataSet) {
    }

    private ScriptedAssociation(Socket socket, DataInputStream in, Map<Integer, Pdus.Proposed> contexts) {
        this.socket = socket;
        this.in = in;
        this.contexts = contexts;
    }

    /** Takes a request, and accepts all of it. */
    public static ScriptedAssociation accept(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] request = body(in, Pdus.ASSOCIATE_RQ);
        Map<Integer, Pdus.Proposed> contexts = Pdus.contexts(request);
        socket.getOutputStream().write(Pdus.accept(List.copyOf(contexts.values()), Pdus.roles(request)));
        return new ScriptedAssociation(socket, in, contexts);
    }

    public static ScriptedAssociation request(Socket socket, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return new ScriptedAssociation(socket, in, Pdus.contexts(body(in, Pdus.ASSOCIATE_AC)));
    }

    private static byte[] body(DataInputStream in, int expected) throws IOException {
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        if (type != expected) {
            throw new EOFException("PDU of type " + type + " in place of " + expected);
        }
        return body;
    }

    /** The transfer syntax that was accepted first. */
    public String syntax(int context) {
        return contexts.get(context).syntaxes().get(0);
    }

    /** The next message. Its end, by release or otherwise, is thrown. */
    public Message next() throws IOException {
        byte[] part = part(LAST_COMMAND);
        DicomObject command = Commands.decode(withoutContext(part));
        lastMessage = command.integer(Commands.MESSAGE, 0);
        boolean bare = command.integer(Commands.DATA_SET, Commands.NO_DATA_SET) == Commands.NO_DATA_SET;
        Optional<byte[]> dataSet = bare ? Optional.empty() : Optional.of(withoutContext(part(LAST_DATA)));
        return new Message(part[0] & 0xff, command, dataSet);
    }

    private static byte[] withoutContext(byte[] part) {
        return Arrays.copyOfRange(part, 1, part.length);
    }

    /** Context, then the content of fragments up to the one that ends with this control. */
    private byte[] part(int last) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            while (waiting.isEmpty()) {
                split(body(in, Pdus.DATA));
            }
            byte[] fragment = waiting.remove(0);
            if (content.size() == 0) {
                content.write(fragment[0]);
            }
            content.write(fragment, 2, fragment.length - 2);
            if (fragment[1] == last) {
                return content.toByteArray();
            }
        }
    }

    private void split(byte[] pdu) {
        for (int at = 0; at < pdu.length;) {
            int length = (pdu[at + 1] & 0xff) << 16 | (pdu[at + 2] & 0xff) << 8 | pdu[at + 3] & 0xff;
            waiting.add(Arrays.copyOfRange(pdu, at + 4, at + 4 + length));
            at += 4 + length;
        }
    }

    /** @param dataSet empty for none */
    public void send(int context, DicomObject command, Optional<byte[]> dataSet) throws IOException {
        send(Pdus.pdv(context, LAST_COMMAND, Commands.encode(command, dataSet.isPresent())));
        if (dataSet.isPresent()) {
            byte[] bytes = dataSet.get();
            for (int at = 0; at == 0 || at < bytes.length; at += FRAGMENT) {
                int end = Math.min(bytes.length, at + FRAGMENT);
                send(Pdus.pdv(context, end == bytes.length ? LAST_DATA : 0, Arrays.copyOfRange(bytes, at, end)));
            }
        }
    }

    /** Answers the last request. */
    public void answer(int context, int field, int status, Optional<byte[]> dataSet) throws IOException {
        send(context, new DicomObject().unsignedShorts(Commands.FIELD, field).unsignedShorts(Commands.ANSWERED, lastMessage)
                .unsignedShorts(Commands.STATUS, status), dataSet);
    }

    /** @param message identifier of the request */
    public void answerTo(int message, int context, int field, int status) throws IOException {
        lastMessage = message;
        answer(context, field, status, Optional.empty());
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public void release() throws IOException {
        send(Pdus.shortPdu(Pdus.RELEASE_RQ, 0, 0, 0));
        body(in, Pdus.RELEASE_RP);
    }

    /** Waits until the other side has asked for release or has gone. */
    public void awaitEnd() {
        try {
            body(in, Pdus.RELEASE_RQ);
            send(Pdus.shortPdu(Pdus.RELEASE_RP, 0, 0, 0));
        } catch (IOException gone) {
            // Either is its end.
        }
    }
}
