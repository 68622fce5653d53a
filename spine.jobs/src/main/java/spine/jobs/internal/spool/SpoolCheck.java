package spine.jobs.internal.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.intake.IntakeException;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.StudyTable;

/**
 * Compares spool and database before anything is taken: a process may have ended between the two, or one of them may come from a backup.
 * What nobody finished is removed, a file without a row is taken again, a row without a file is named.
 */
public final class SpoolCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolCheck.class);
    /** Longer than any object takes to be received. */
    private static final long STALE_MILLIS = 3_600_000;

    private final Database database;
    private final SpoolFolder spool;
    private final Reception reception;

    public SpoolCheck(Database database, SpoolFolder spool, Reception reception) {
        this.database = database;
        this.spool = spool;
        this.reception = reception;
    }

    /** @return rows whose files are not there; empty if all is well */
    public List<Instance> run() throws IOException {
        // Where the database is on a server, another process may be receiving into the same spool.
        long before = System.currentTimeMillis() + (database.isEmbedded() ? STALE_MILLIS : -STALE_MILLIS);
        for (Path leftover : spool.leftovers(before)) {
            spool.discard(leftover);
        }
        Set<String> studies = new TreeSet<>(spool.studies());
        studies.addAll(database.read(sql -> new StudyTable(sql).all()));
        List<Instance> missing = new ArrayList<>();
        for (String study : studies) {
            missing.addAll(check(study));
        }
        missing.forEach(instance -> LOG.error("The file {} of study {} is missing from the spool.", instance.file(), instance.study()));
        return missing;
    }

    private List<Instance> check(String study) throws IOException {
        List<Instance> known = database.read(sql -> new InstanceTable(sql).of(study));
        Set<String> names = known.stream().map(Instance::file).collect(Collectors.toSet());
        for (String name : spool.names(study)) {
            if (!names.contains(name)) {
                takeAgain(study, spool.file(study, name));
            }
        }
        return known.stream().filter(instance -> instance.node().equals(database.node()) && !Files.exists(spool.file(instance))).toList();
    }

    private void takeAgain(String study, Path file) throws IOException {
        try {
            ObjectHead head = reception.head(file);
            if (!head.study().equals(study) || !isSuperfluous(head, file)) {
                reception.take(file, "spool");
                LOG.info("an object of study {} was taken that lay in the spool", study);
            }
        } catch (NoSuchFileException removedByAnother) {
            LOG.debug("{} is gone", file);
        } catch (IntakeException e) {
            LOG.warn("{} lies in the spool and is not taken: {}", file, e.getMessage());
        }
    }

    /**
     * Removes a file whose object has another, here or at another node: of two contents, the row says which one counts. No other process
     * can take it meanwhile.
     */
    private boolean isSuperfluous(ObjectHead head, Path file) throws IOException {
        return database.write(sql -> {
            new StudyTable(sql).hold(head.study());
            Optional<Instance> row = new InstanceTable(sql).find(head.study(), head.sop()).filter(one -> !one.file().isEmpty());
            if (row.isPresent() && !row.get().node().equals(sql.node())) {
                spool.discard(file);
                return true;
            }
            Optional<Path> kept = row.map(spool::file).filter(Files::exists);
            if (kept.isPresent() && !kept.get().equals(file)) {
                spool.discard(file);
            }
            return kept.isPresent();
        });
    }
}
