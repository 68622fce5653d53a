package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.JobState;
import spine.jobs.internal.store.DatabaseAddress;

/**
 * Homes that earlier versions of the tables have left, one for each: {@code home-N.zip} has a study 1.2.3 that is done, a study 1.2.4 that
 * waits, and a study 1.2.5 of which nobody has said that it is complete. {@link #main} has made that of the version of its time; none is
 * ever made again.
 */
class EarlierHomeTest {

    @TempDir
    Path home;

    @Test
    void aHomeOfTheFirstVersionGoesOn() throws Exception {
        unpack("home-1.zip");
        try (SampleQueue queue = new SampleQueue(DatabaseAddress.folder(home.resolve("jobs")), home, SampleQueue.RULES).score()) {
            assertEquals(JobState.DONE, queue.jobs("1.2.3").get(0).state());
            queue.await(queue.jobs("1.2.4").get(0).id(), JobState.DONE);
            queue.await(queue.complete("1.2.5").id(), JobState.DONE);
            assertEquals(List.of("1.2.4", "1.2.5"), queue.scoring.begun);
        }
    }

    private void unpack(String name) throws IOException {
        try (InputStream file = EarlierHomeTest.class.getResourceAsStream(name); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = home.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(zip, target);
                }
            }
        }
    }

    /** @param arguments a folder for the home, which is then to be packed */
    public static void main(String[] arguments) throws Exception {
        Path made = Path.of(arguments[0]);
        DatabaseAddress address = DatabaseAddress.folder(made.resolve("jobs"));
        try (SampleQueue queue = new SampleQueue(address, made, SampleQueue.RULES).score()) {
            queue.store("1.2.3", 1, 1);
            queue.await(queue.complete("1.2.3").id(), JobState.DONE);
        }
        try (SampleQueue queue = new SampleQueue(address, made, SampleQueue.RULES)) {
            queue.store("1.2.4", 1, 1);
            queue.complete("1.2.4");
            queue.store("1.2.5", 1, 1);
        }
    }
}
