package spine.app.internal.cli.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;

import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.PartTenFile;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.StoreHandler;

/** Stores the objects of a study as files of a folder, named by their SOP instance UIDs; others that a node sends are refused. */
final class FetchedFiles implements StoreHandler {
    static final DimseStatus NOT_ASKED_FOR = new DimseStatus(0x0124, "nobody has asked for this object");

    private final Path folder;
    private final Set<String> wanted = new TreeSet<>();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final DoubleConsumer progress;

    /** @param progress hears how much of the study is there, 0 to 1 */
    FetchedFiles(Path folder, Collection<ArchivedObject> objects, DoubleConsumer progress) {
        this.folder = folder;
        this.progress = progress;
        objects.forEach(object -> wanted.add(object.sopInstance()));
    }

    @Override
    public DimseStatus store(ReceivedObject object, InputStream dataSet) throws IOException {
        if (!wanted.contains(object.sopInstance())) {
            return NOT_ASKED_FOR;
        }
        PartTenFile.write(folder.resolve(object.sopInstance() + ".dcm"), object, dataSet);
        stored.add(object.sopInstance());
        progress.accept((double) stored.size() / wanted.size());
        return DimseStatus.SUCCESS;
    }

    int stored() {
        return stored.size();
    }

    /** SOP instance UIDs of those that have not come. */
    List<String> missing() {
        return wanted.stream().filter(uid -> !stored.contains(uid)).toList();
    }
}
