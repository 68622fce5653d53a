package spine.io.dimse.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.dicom.NotDicomException;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;

/** C-STORE as its user (PS3.7 9.1.1): files that are sent as they are. */
public final class StoreUser {
    /** Media Storage Directory Storage (PS3.10 8.6): an index, which no node stores. */
    private static final String MEDIA_DIRECTORY = "1.2.840.10008.1.3.10";

    private final StoreAssociation.Opener opener;

    public StoreUser(StoreAssociation.Opener opener) {
        this.opener = opener;
    }

    /** As {@link spine.io.dimse.DicomNetwork#send}. */
    public List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) throws IOException {
        List<SentFile> fates = new ArrayList<>();
        Consumer<SentFile> known = ((Consumer<SentFile>) fates::add).andThen(each);
        List<FileToSend> usable = new ArrayList<>();
        for (Path file : files) {
            cancellation.check();
            look(file, usable, known);
        }
        boolean begun = false;
        for (Proposal proposal : Proposal.of(usable)) {
            send(node, proposal, known, cancellation, begun);
            begun = true;
        }
        return fates;
    }

    private static void look(Path file, List<FileToSend> usable, Consumer<SentFile> known) {
        try {
            EncodedDataSet.InFile found = EncodedDataSet.in(file);
            if (found.dataSet().sopClass().equals(MEDIA_DIRECTORY)) {
                known.accept(new SentFile(file, Outcome.LEFT_OUT, "it is a directory of files (DICOMDIR)"));
            } else {
                usable.add(new FileToSend(file, found.dataSet(), found.start()));
            }
        } catch (NotDicomException foreign) {
            // An empty file may have been an image.
            known.accept(isEmpty(file) ? new SentFile(file, Outcome.UNUSABLE, file + " is empty")
                    : new SentFile(file, Outcome.LEFT_OUT, foreign.getMessage()));
        } catch (UnusableInputException unusable) {
            known.accept(new SentFile(file, Outcome.UNUSABLE, unusable.getMessage()));
        } catch (IOException unreadable) {
            known.accept(new SentFile(file, Outcome.UNUSABLE, file + " cannot be read"));
        }
    }

    private static boolean isEmpty(Path file) {
        return file.toFile().length() == 0;
    }

    /** @param begun whether files were sent already: then a failure is told of each file, so that it is known which were stored */
    private void send(RemoteNode node, Proposal proposal, Consumer<SentFile> known, Cancellation cancellation, boolean begun)
            throws IOException {
        StoreAssociation association;
        try {
            association = opener.open(proposal.contexts());
        } catch (NetworkException failure) {
            if (!begun) {
                throw failure;
            }
            proposal.files().forEach(file -> known.accept(new SentFile(file.file(), Outcome.UNSENT, failure.getMessage())));
            return;
        }
        try (association) {
            new StoreRun(association, node, known, cancellation).send(proposal.files());
        }
    }
}
