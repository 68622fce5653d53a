package spine.app.internal.cli.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.io.dimse.DimseStatus;
import spine.io.dimse.PartTenFile;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.StoreHandler;

/** Stores objects as files of a folder, named by their SOP instance UIDs, and counts them. */
final class ReceivedFiles implements StoreHandler {
    private final Path folder;
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger replaced = new AtomicInteger();

    ReceivedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public DimseStatus store(ReceivedObject object, InputStream dataSet) throws IOException {
        Path file = folder.resolve(object.sopInstance() + ".dcm");
        boolean there = Files.exists(file);
        PartTenFile.write(file, object, dataSet);
        stored.incrementAndGet();
        if (there) {
            replaced.incrementAndGet();
        }
        return DimseStatus.SUCCESS;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("received", stored.get()).put("again", replaced.get());
    }

    String summary() {
        int again = replaced.get();
        return stored.get() + (stored.get() == 1 ? " object" : " objects") + " received"
                + (again == 0 ? "" : ", " + again + " of them again: the last one counts");
    }
}
