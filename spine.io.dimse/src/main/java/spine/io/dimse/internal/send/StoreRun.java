package spine.io.dimse.internal.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import spine.api.Cancellation;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.ConnectionWords;
import spine.io.dimse.internal.association.Context;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.pdu.Abort;
import spine.io.dimse.internal.pdu.ProtocolException;

/** Sends files by one association, one after the other; the next begins when the last is answered. */
final class StoreRun {
    private static final int MOST_MESSAGES = 0xffff;
    /** Follows what is deflated to an odd number of bytes (PS3.5 A.5), since fragments have an even length. */
    private static final byte[] PADDING = {0};

    private final Association association;
    private final RemoteNode node;
    private final Consumer<SentFile> known;
    private final Cancellation cancellation;
    private int messageId;

    /** @param known hears what became of each file */
    StoreRun(Association association, RemoteNode node, Consumer<SentFile> known, Cancellation cancellation) {
        this.association = association;
        this.node = node;
        this.known = known;
        this.cancellation = cancellation;
    }

    void send(List<FileToSend> files) {
        for (int i = 0; i < files.size(); i++) {
            cancellation.check();
            try {
                known.accept(send(files.get(i)));
            } catch (IOException broken) {
                association.abort(broken instanceof ProtocolException violation ? Abort.because(violation) : Abort.BY_USER);
                String reason = node.address() + ": " + ConnectionWords.of(broken);
                files.subList(i, files.size()).forEach(file -> known.accept(new SentFile(file.file(), Outcome.UNSENT, reason)));
                return;
            }
        }
        association.release(node.patience());
    }

    /** @throws IOException if the association is broken */
    private SentFile send(FileToSend file) throws IOException {
        OptionalInt context = association.contexts().entrySet().stream().filter(entry -> entry.getValue().equals(file.context()))
                .mapToInt(Map.Entry::getKey).findFirst();
        if (context.isEmpty()) {
            return new SentFile(file.file(), Outcome.REFUSED, notTaken(file.context()));
        }
        messageId = messageId % MOST_MESSAGES + 1;
        try (InputStream in = Files.newInputStream(file.file())) {
            long length = Files.size(file.file()) - file.start();
            in.skipNBytes(file.start());
            association.send(context.getAsInt(), CommandSet.request(CommandField.C_STORE_RQ, messageId, file.dataSet().sopClass(),
                            file.dataSet().sopInstance(), true), new SequenceInputStream(in, new ByteArrayInputStream(PADDING)),
                    length + length % 2);
        }
        return SentFile.answered(file.file(), association.response(messageId, node.patience()).status());
    }

    private String notTaken(Context wanted) {
        List<String> others = association.contexts().values().stream()
                .filter(context -> context.abstractSyntax().equals(wanted.abstractSyntax())).map(Context::transferSyntax).sorted().toList();
        String taken = others.isEmpty() ? "objects of SOP class " + wanted.abstractSyntax() + " are not taken"
                : "transfer syntax " + wanted.transferSyntax() + " is not taken, only " + String.join(", ", others);
        return taken + " there";
    }
}
