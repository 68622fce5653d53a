package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.intake.StoredObject.Kind;
import spine.api.job.JobState;
import spine.jobs.internal.store.DatabaseAddress;

/** Backup and restore as docs/serving.md has it: the database first, then the folders. */
abstract class BackupContract {

    @TempDir
    Path folder;

    /** Of a database that is empty. */
    abstract DatabaseAddress address(Path home) throws Exception;

    /** Copies what is in the database of one home for another. */
    abstract DatabaseAddress copy(Path home, Path restored) throws Exception;

    @Test
    void aRestoredHomeGoesOnWhereItsBackupWasMade() throws Exception {
        Path home = folder.resolve("home");
        DatabaseAddress address = address(home);
        long waiting;
        try (SampleQueue queue = new SampleQueue(address, home, SampleQueue.RULES).score()) {
            queue.store("1.2.3", 1, 1);
            queue.await(queue.complete("1.2.3").id(), JobState.DONE);
        }
        try (SampleQueue queue = new SampleQueue(address, home, SampleQueue.RULES)) {
            queue.store("1.2.4", 1, 1);
            waiting = queue.complete("1.2.4").id();
        }
        Path restored = folder.resolve("restored");
        DatabaseAddress copied = copy(home, restored);
        try (SampleQueue queue = new SampleQueue(address, home, SampleQueue.RULES)) {
            queue.store("1.2.5", 1, 1);
        }
        copyFolder(home.resolve("spool"), restored.resolve("spool"));
        copyFolder(home.resolve("results"), restored.resolve("results"));
        try (SampleQueue queue = new SampleQueue(copied, restored, SampleQueue.RULES).score()) {
            queue.await(waiting, JobState.DONE);
            assertEquals(List.of("1.2.3", "1.2.4", "1.2.5"), queue.queue.archive().studies());
            queue.await(queue.complete("1.2.5").id(), JobState.DONE);
            assertEquals(Kind.REPEATED, queue.store("1.2.3", 1, 1));
            assertEquals(List.of("1.2.4", "1.2.5"), queue.scoring.begun, "what has its result is not scored again");
            assertEquals(restored.resolve("results").resolve("1.2.3"), queue.queue.archive().result("1.2.3").orElseThrow());
        }
    }

    static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
