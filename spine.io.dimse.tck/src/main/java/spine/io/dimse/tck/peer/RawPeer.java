package spine.io.dimse.tck.peer;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import spine.dicom.SopClass;
import spine.dicom.TransferSyntax;
import spine.io.dimse.DicomListener;
import spine.io.dimse.toolkit.ServiceClass;

/** A peer that sends whatever bytes it likes. */
public final class RawPeer implements Closeable {
    public static final int ECHO = 1;
    public static final int STORE = 3;

    private final Socket socket;

    public RawPeer(DicomListener listener) throws IOException {
        socket = new Socket(listener.address().getAddress(), listener.address().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    /** A request that is right, with context 1 for C-ECHO and 3 for C-STORE of MR images. */
    public static byte[] request() {
        return request("THERE", "HERE");
    }

    public static byte[] request(String called, String calling) {
        return Pdus.request(called, calling, List.of(
                new Pdus.Proposed(ECHO, ServiceClass.VERIFICATION, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)),
                new Pdus.Proposed(STORE, SopClass.MR_IMAGE_STORAGE, List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN))), new byte[0]);
    }

    /** Opens an association. */
    public RawPeer associated() throws IOException {
        send(request());
        byte[] header = socket.getInputStream().readNBytes(6);
        if (header[0] != Pdus.ASSOCIATE_AC) {
            throw new IOException("not accepted: " + Arrays.toString(header));
        }
        socket.getInputStream().skipNBytes(header[4] << 8 & 0xff00 | header[5] & 0xff);
        return this;
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends no more, so that the other side finds an end. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** What the other side says until it closes the connection, which it must do within 10 s. */
    public byte[] answer() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            // Closed as well.
        }
        return all.toByteArray();
    }

    /** The next PDU. */
    public byte[] pdu() throws IOException {
        byte[] header = socket.getInputStream().readNBytes(6);
        byte[] body = socket.getInputStream().readNBytes(header.length < 6 ? 0 : header[4] << 8 & 0xff00 | header[5] & 0xff);
        byte[] whole = Arrays.copyOf(header, header.length + body.length);
        System.arraycopy(body, 0, whole, header.length, body.length);
        return whole;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
