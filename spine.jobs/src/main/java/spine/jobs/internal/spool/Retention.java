package spine.jobs.internal.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.comparison.PatientTimeline;
import spine.common.file.FileTree;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.RetentionTable;
import spine.jobs.internal.store.StudyTable;

/** Removes what is kept longer than was asked for: the images of a study first, then all that is known of it. */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final long DAY_MILLIS = 86_400_000;
    private static final int AT_ONCE = 100;

    private final Database database;
    private final SpoolFolder spool;
    private final Path results;
    private final int imageDays;
    private final int resultDays;

    /** @param imageDays 0: for ever; {@code resultDays} as well */
    public Retention(Database database, SpoolFolder spool, Path results, int imageDays, int resultDays) {
        this.database = database;
        this.spool = spool;
        this.results = results;
        this.imageDays = imageDays;
        this.resultDays = resultDays;
    }

    /**
     * Once in a while.
     *
     * @return whether results were removed
     */
    public boolean run() throws IOException {
        boolean forgotten = false;
        if (resultDays > 0) {
            for (String study : database.<List<String>, RuntimeException>read(sql -> new RetentionTable(sql)
                    .ended(sql.now() - resultDays * DAY_MILLIS, AT_ONCE))) {
                forgotten |= forget(study);
            }
        }
        if (imageDays > 0) {
            for (String study : database.<List<String>, RuntimeException>read(sql -> new RetentionTable(sql)
                    .endedWithFiles(sql.now() - imageDays * DAY_MILLIS, AT_ONCE))) {
                removeImages(study);
            }
        }
        return forgotten;
    }

    /** The files first: a row without its file is told of, a file without a row would be taken for a new one. */
    private void removeImages(String study) throws IOException {
        boolean removed = database.write(sql -> {
            new StudyTable(sql).hold(study);
            if (!new RetentionTable(sql).hasEnded(study, sql.now() - imageDays * DAY_MILLIS)) {
                return false;
            }
            deleteFolder(spool.folder(study));
            new InstanceTable(sql).removeFiles(study);
            new StudyTable(sql).recount(study);
            return true;
        });
        if (removed) {
            LOG.info("the images of study {} were removed after {} days", study, imageDays);
        }
    }

    private boolean forget(String study) throws IOException {
        boolean removed = database.write(sql -> {
            new StudyTable(sql).hold(study);
            if (!new RetentionTable(sql).hasEnded(study, sql.now() - resultDays * DAY_MILLIS)) {
                return false;
            }
            deleteFolder(spool.folder(study));
            deleteFolder(results.resolve(study));
            deleteFolder(results.resolve(PatientTimeline.FOLDER).resolve(study));
            if (new RetentionTable(sql).leave(study)) {
                // The last node that keeps something of it forgets it.
                new StudyTable(sql).recount(study);
            } else {
                new StudyTable(sql).forget(study);
            }
            return true;
        });
        if (removed) {
            LOG.info("study {} was forgotten after {} days", study, resultDays);
        }
        return removed;
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            FileTree.delete(folder);
        }
    }
}
