package spine.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

/** The tables of this version, and of others, on whichever database. */
public abstract class SchemaContract {

    private static final String NODE = "one";

    /** Of a database that is empty. */
    protected abstract DatabaseAddress address() throws Exception;

    @Test
    void aNewerSchemaIsRefusedWithASentence() throws Exception {
        DatabaseAddress address = address();
        try (Database database = Database.open(address, NODE)) {
            database.change(sql -> {
                sql.update("INSERT INTO schema_version (version) VALUES (?)", Schema.VERSION + 1);
                sql.update("INSERT INTO study (uid, bytes, objects) VALUES ('1.2.3', 0, 0)");
            });
        }
        IOException refused = assertThrows(DatabaseException.class, () -> Database.open(address, NODE));
        assertEquals("The database of the jobs has version " + (Schema.VERSION + 1) + " of its tables; this spine knows them up to version "
                + Schema.VERSION + ", so a newer spine must have made it. Nothing in it was changed.", refused.getMessage());
        try (Database later = Database.open(address, NODE, Schema.VERSION + 1)) {
            assertEquals(1, later.<Long, RuntimeException>read(sql -> sql.number("SELECT COUNT(*) FROM study")));
        }
    }

    @Test
    void whatFailsIsUndone() throws Exception {
        try (Database database = Database.open(address(), NODE)) {
            assertThrows(IllegalStateException.class, () -> database.change(sql -> {
                new StudyTable(sql).hold("1.2.3");
                throw new IllegalStateException("in the middle");
            }));
            assertEquals(0, database.<Long, RuntimeException>read(sql -> sql.number("SELECT COUNT(*) FROM study")));
            IOException failure = assertThrows(DatabaseException.class, () -> database.change(sql -> sql.execute("SELECT x FROM y")));
            assertTrue(failure.getMessage().startsWith("The database of the jobs cannot be used: ") && failure.getMessage().endsWith("."),
                    failure.getMessage());
        }
    }

    /** Doors have threads that are interrupted. */
    @Test
    void anInterruptedThreadSpoilsNothingForOthers() throws Exception {
        try (Database database = Database.open(address(), NODE)) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    String study = "1.2." + i;
                    try {
                        database.change(sql -> {
                            new StudyTable(sql).hold(study);
                        });
                    } catch (IOException told) {
                        // It may fail for this thread.
                    }
                    Thread.interrupted();
                }
            });
            Random random = new Random(1);
            thread.start();
            while (thread.isAlive()) {
                thread.interrupt();
                LockSupport.parkNanos(random.nextInt(3_000_000));
            }
            database.change(sql -> {
                new StudyTable(sql).hold("1.2.3.4");
            });
            assertEquals(1, database.<Long, RuntimeException>read(sql -> sql.number("SELECT COUNT(*) FROM study WHERE uid = '1.2.3.4'")));
        }
    }
}
