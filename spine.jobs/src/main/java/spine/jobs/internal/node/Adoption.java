package spine.jobs.internal.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.jobs.internal.spool.SpoolFolder;
import spine.jobs.internal.store.AdoptionTable;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.StudyTable;

/**
 * Takes for this node what the database has of none that is alive, and whose files lie here: of the time when there were no nodes, or of a
 * folder that came from a backup without its id.
 */
public final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final Database database;
    private final SpoolFolder spool;
    private final Path results;

    public Adoption(Database database, SpoolFolder spool, Path results) {
        this.database = database;
        this.spool = spool;
        this.results = results;
    }

    /** Before anything is received or sent. */
    public void run() throws IOException {
        if (database.isEmbedded()) {
            database.change(sql -> new AdoptionTable(sql).takeAll());
            return;
        }
        List<String> studies = database.read(sql -> new AdoptionTable(sql).studies());
        for (String study : studies) {
            if (Files.isDirectory(spool.folder(study)) || Files.isDirectory(results.resolve(study))) {
                adopt(study);
            }
        }
    }

    private void adopt(String study) throws IOException {
        database.change(sql -> {
            new StudyTable(sql).hold(study);
            AdoptionTable table = new AdoptionTable(sql);
            boolean result = Files.isDirectory(results.resolve(study));
            boolean any = result;
            for (Instance instance : table.objects(study)) {
                if (Files.exists(spool.file(instance))) {
                    table.take(instance);
                    any = true;
                }
            }
            if (any) {
                table.takeJobs(study, result);
            }
        });
        LOG.info("study {} is of this node, which has its files", study);
    }
}
