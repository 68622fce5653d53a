package spine.io.dimse.service;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import spine.api.Cancellation;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.Context;

/** Sends files by one association, one after the other; the next begins when the last is answered. */
final class StoreRun {
    private final StoreAssociation association;
    private final RemoteNode node;
    private final Consumer<SentFile> known;
    private final Cancellation cancellation;

    /** @param known hears what became of each file */
    StoreRun(StoreAssociation association, RemoteNode node, Consumer<SentFile> known, Cancellation cancellation) {
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
                association.abort(broken);
                String reason = node.address() + ": " + ConnectionWords.of(broken);
                files.subList(i, files.size()).forEach(file -> known.accept(new SentFile(file.file(), Outcome.UNSENT, reason)));
                return;
            }
        }
        association.release();
    }

    /** @throws IOException if the association is broken */
    private SentFile send(FileToSend file) throws IOException {
        if (!association.accepted().contains(file.context())) {
            return new SentFile(file.file(), Outcome.REFUSED, notTaken(file.context()));
        }
        return SentFile.answered(file.file(), association.store(file));
    }

    private String notTaken(Context wanted) {
        List<String> others = association.accepted().stream()
                .filter(context -> context.abstractSyntax().equals(wanted.abstractSyntax())).map(Context::transferSyntax).sorted().toList();
        String taken = others.isEmpty() ? "objects of SOP class " + wanted.abstractSyntax() + " are not taken"
                : "transfer syntax " + wanted.transferSyntax() + " is not taken, only " + String.join(", ", others);
        return taken + " there";
    }
}
