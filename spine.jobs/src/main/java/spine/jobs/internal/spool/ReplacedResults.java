package spine.jobs.internal.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.comparison.PatientTimeline;
import spine.api.service.ExistingResult;
import spine.common.file.AtomicFolder;
import spine.common.file.FileFailure;
import spine.common.file.FileTree;
import spine.common.text.DicomUid;
import spine.common.text.PlainText;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DatabaseException;
import spine.jobs.internal.store.ReplacedTable;
import spine.jobs.internal.store.StudyTable;
import spine.pipeline.result.ResultFolder;

/**
 * Takes results of this node out of their place when a later revision of the study has its result at another node, as that result would do
 * here: what a person has changed is kept beside. For one thread at a time.
 */
public final class ReplacedResults {
    private static final Logger LOG = LoggerFactory.getLogger(ReplacedResults.class);

    private final Database database;
    private final Path results;
    /** Studies whose folders cannot be removed, which was said. */
    private final Set<String> left = new HashSet<>();

    public ReplacedResults(Database database, Path results) {
        this.database = database;
        this.results = results;
    }

    /**
     * Once in a while.
     *
     * @return whether there were any
     */
    public boolean takeAway() throws IOException {
        boolean any = false;
        for (String study : database.<List<String>, RuntimeException>read(sql -> new ReplacedTable(sql).studies())) {
            if (DicomUid.isValid(study) && !left.contains(study)) {
                any |= tryOne(study);
            }
        }
        return any;
    }

    private boolean tryOne(String study) throws IOException {
        try {
            return takeAway(study);
        } catch (DatabaseException e) {
            throw e;
        } catch (IOException e) {
            left.add(study);
            LOG.error("the result of study {} stays where it is, although a later one is with another platform: {}", study,
                    PlainText.line(FileFailure.reason(e)), e);
            return false;
        }
    }

    private boolean takeAway(String study) throws IOException {
        boolean taken = database.write(sql -> {
            // Nobody here publishes a result of the study meanwhile.
            new StudyTable(sql).hold(study);
            if (!new ReplacedTable(sql).has(study)) {
                return false;
            }
            Path folder = results.resolve(study);
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                replaceByNothing(folder, study);
            }
            Path comparison = results.resolve(PatientTimeline.FOLDER).resolve(study);
            if (Files.exists(comparison)) {
                FileTree.delete(comparison);
            }
            new ReplacedTable(sql).leave(study);
            return true;
        });
        if (taken) {
            LOG.info("the result of study {} was taken away, because a later one is with another platform", study);
        }
        return taken;
    }

    private static void replaceByNothing(Path folder, String study) throws IOException {
        boolean changedByHand = ResultFolder.of(folder, study).existing().state() == ExistingResult.State.CHANGED;
        try (AtomicFolder nothing = AtomicFolder.insteadOf(folder)) {
            if (changedByHand) {
                nothing.publishKeepingOld();
            } else {
                nothing.publish();
            }
        }
        Files.delete(folder);
    }
}
