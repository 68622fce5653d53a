package spine.io.dimse.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.dicom.TransferSyntax;
import spine.io.dimse.toolkit.Context;

/**
 * Files that one association can carry, and the contexts that it proposes for them: for each SOP class the transfer syntaxes of its files,
 * and those without compression, of which the standard wants implicit little endian (PS3.5 10.1). Each has a context of its own, so
 * that the peer can accept all of them.
 */
final class Proposal {
    private static final int MOST_CONTEXTS = 128;

    private final Set<Context> contexts = new LinkedHashSet<>();
    private final List<FileToSend> files = new ArrayList<>();

    /** In the order of the files; as few as possible without changing it. */
    static List<Proposal> of(List<FileToSend> files) {
        List<Proposal> proposals = new ArrayList<>();
        for (FileToSend file : files) {
            if (proposals.isEmpty() || !proposals.get(proposals.size() - 1).takes(file)) {
                Proposal next = new Proposal();
                next.takes(file);
                proposals.add(next);
            }
        }
        return proposals;
    }

    private boolean takes(FileToSend file) {
        Set<Context> more = new LinkedHashSet<>(contexts);
        more.add(file.context());
        more.add(new Context(file.dataSet().sopClass(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
        more.add(new Context(file.dataSet().sopClass(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
        if (more.size() > MOST_CONTEXTS) {
            return false;
        }
        contexts.addAll(more);
        files.add(file);
        return true;
    }

    List<FileToSend> files() {
        return files;
    }

    Set<Context> contexts() {
        return contexts;
    }
}
