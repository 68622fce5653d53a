package spine.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import spine.api.job.JobState;
import spine.jobs.internal.store.Instance.Role;

/** What nodes know of each other by the tables, on whichever database. */
public abstract class NodeContract {
    private static final String STUDY = "1.2.3";
    private static final long LEASE = 60_000;

    private Database one;
    private Database two;

    /** Of a database that is empty; another one each time. */
    protected abstract DatabaseAddress address() throws Exception;

    @BeforeEach
    void open() throws Exception {
        DatabaseAddress address = address();
        one = Database.open(address, "one");
        two = Database.open(address, "two");
    }

    @AfterEach
    void close() throws Exception {
        one.close();
        two.close();
    }

    private static Node node(String id, String secret) {
        return new Node(id, "host-" + id, "https://" + id + ":8104/", "PEM", secret);
    }

    private static void register(Sql sql, long lease) throws SQLException {
        new NodeTable(sql).register(node(sql.node(), "s"), "process", 1, lease);
    }

    private static long job(Sql sql, String study) throws SQLException {
        new StudyTable(sql).hold(study);
        long id = new ReceivingTable(sql).begin(study, 1, OptionalLong.empty(), "x");
        image(sql, study, 1);
        return id;
    }

    private static void image(Sql sql, String study, int number) throws SQLException {
        new InstanceTable(sql).add(new Instance(study, study + "." + number, "1.2", Role.IMAGE, 1, "digest", 1, number + ".dcm", "x",
                sql.node()));
    }

    private static void queue(Sql sql, long id) throws SQLException {
        new ReceivingTable(sql).queue(id, 1, "d");
    }

    @Test
    void aNodeIsKnownForAsLongAsItSaysThatItIsAlive() throws Exception {
        one.change(sql -> register(sql, LEASE));
        assertEquals(List.of(node("one", "s")), two.<List<Node>, RuntimeException>read(sql -> new NodeTable(sql).others()));
        assertEquals(List.of(), one.<List<Node>, RuntimeException>read(sql -> new NodeTable(sql).others()));
        assertFalse(node("one", "hidden").toString().contains("hidden"));
        one.change(sql -> {
            NodeTable table = new NodeTable(sql);
            assertTrue(table.beat(node("one", "s"), "process", LEASE));
            assertFalse(table.beat(node("one", "another"), "process", LEASE), "it has to register again");
            assertTrue(table.beat(node("one", "another"), "beside", LEASE), "another process of the node is alive");
            register(sql, -1);
            assertFalse(table.beat(node("one", "s"), "process", LEASE), "nobody has heard of it for too long");
            assertFalse(table.beat(node("one", "s"), "beside", LEASE));
        });
        assertEquals(List.of(), two.<List<Node>, RuntimeException>read(sql -> new NodeTable(sql).others()));
        one.change(sql -> {
            register(sql, LEASE);
            new NodeTable(sql).leave("beside");
            assertTrue(new NodeTable(sql).find("one").isPresent());
            new NodeTable(sql).leave("process");
            assertEquals(Optional.empty(), new NodeTable(sql).find("one"));
        });
    }

    @Test
    void onlyJobsOfNodesThatCanBeReachedAreTaken() throws Exception {
        long first = one.<Long, RuntimeException>write(sql -> {
            long id = job(sql, STUDY);
            queue(sql, id);
            return id;
        });
        two.change(sql -> assertTrue(new RunTable(sql).take("w", List.of("two", "three")).isEmpty()));
        two.change(sql -> assertEquals(first, new RunTable(sql).take("w", List.of("two", "one")).orElseThrow().id()));
    }

    @Test
    void aJobWithImagesElsewhereNeedsThatNodeToo() throws Exception {
        long id = one.<Long, RuntimeException>write(sql -> job(sql, STUDY));
        two.change(sql -> {
            image(sql, STUDY, 2);
            queue(sql, id);
        });
        one.change(sql -> {
            register(sql, LEASE);
            assertTrue(new RunTable(sql).take("w", List.of("one")).isEmpty());
            assertEquals(List.of("two"), new NodeTable(sql).missed());
            new NodeTable(sql).explain("two", "It is away.");
            assertEquals("It is away.", new JobTable(sql).find(id).orElseThrow().reason());
            new NodeTable(sql).explain("two", "");
            assertEquals(id, new RunTable(sql).take("w", List.of("one", "two")).orElseThrow().id());
        });
    }

    @Test
    void aJobMovesFromANodeThatIsGoneAndFromNoOther() throws Exception {
        long id = one.<Long, RuntimeException>write(sql -> {
            register(sql, LEASE);
            return job(sql, STUDY);
        });
        two.change(sql -> {
            new ReceivingTable(sql).moveHere(STUDY);
            assertEquals("one", new JobTable(sql).node(id));
            assertTrue(new NodeTable(sql).hasElsewhere(new InstanceTable(sql).find(STUDY, STUDY + ".1").orElseThrow()));
        });
        one.change(sql -> register(sql, -1));
        two.change(sql -> {
            assertFalse(new NodeTable(sql).hasElsewhere(new InstanceTable(sql).find(STUDY, STUDY + ".1").orElseThrow()));
            new ReceivingTable(sql).moveHere(STUDY);
            assertEquals("two", new JobTable(sql).node(id));
        });
    }

    @Test
    void itIsSaidWhyAJobWaits() throws Exception {
        long id = one.<Long, RuntimeException>write(sql -> {
            long made = job(sql, STUDY);
            queue(sql, made);
            return made;
        });
        two.change(sql -> {
            assertEquals(List.of("one"), new NodeTable(sql).missed());
            new NodeTable(sql).explain("one", "It is away.");
            assertEquals("It is away.", new JobTable(sql).find(id).orElseThrow().reason());
        });
        one.change(sql -> {
            register(sql, LEASE);
            assertEquals(List.of(), new NodeTable(sql).missed());
            assertEquals(List.of("host-one"), new NodeTable(sql).hostsWithWorkers());
            assertEquals("", new RunTable(sql).take("w", List.of("one")).orElseThrow().reason());
        });
    }

    @Test
    void eachNodeSendsItsOwnResults() throws Exception {
        long id = one.<Long, RuntimeException>write(sql -> {
            new DeliveryTable(sql).register("pacs");
            return job(sql, STUDY);
        });
        two.change(sql -> new DeliveryTable(sql).register("pacs"));
        one.change(sql -> {
            new RunTable(sql).scored(new JobTable(sql).find(id).orElseThrow(), Optional.empty());
            new JobTable(sql).move(id, JobState.SENDING, "");
        });
        two.change(sql -> {
            assertEquals(List.of(), new DeliveryTable(sql).unconsidered("pacs", 9));
            new DeliveryTable(sql).consideredUntil("pacs", Long.MAX_VALUE);
        });
        one.change(sql -> {
            assertEquals(List.of(id), new DeliveryTable(sql).unconsidered("pacs", 9), "what the other has considered is nothing to it");
            new DeliveryTable(sql).add(id, "pacs", List.of("sr.dcm"));
        });
        two.change(sql -> assertTrue(new SendingTable(sql).take("pacs", "two", LEASE).isEmpty()));
        one.change(sql -> assertEquals(List.of("sr.dcm"), new SendingTable(sql).take("pacs", "one", LEASE).orElseThrow().files()));
    }

    /** Before there were nodes, all platforms on a database had common folders. */
    @Test
    void tablesOfTheFirstVersionGoOn() throws Exception {
        DatabaseAddress address = address();
        long id;
        try (Database first = Database.open(address, "", 1)) {
            id = first.<Long, RuntimeException>write(sql -> {
                sql.update("INSERT INTO destination (name, since) VALUES ('pacs', 7)");
                long made = job(sql, STUDY);
                new JobTable(sql).move(made, JobState.WAITING, "");
                return made;
            });
        }
        try (Database now = Database.open(address, "one")) {
            now.change(sql -> {
                assertTrue(new RunTable(sql).take("w", List.of("one")).isEmpty());
                AdoptionTable table = new AdoptionTable(sql);
                assertEquals(List.of(STUDY), table.studies());
                table.take(table.objects(STUDY).get(0));
                table.takeJobs(STUDY, false);
                new DeliveryTable(sql).register("pacs");
                assertEquals(id, new RunTable(sql).take("w", List.of("one")).orElseThrow().id());
                assertEquals(7, sql.number("SELECT since FROM node_destination WHERE node = 'one'"));
            });
        }
    }

    @Test
    void whatIsOfNoNodeThatIsAliveIsTakenByWhoeverHasIt() throws Exception {
        one.change(sql -> {
            register(sql, -1);
            queue(sql, job(sql, STUDY));
            new DeliveryTable(sql).register("pacs");
        });
        two.change(sql -> {
            new DeliveryTable(sql).register("pacs");
            AdoptionTable table = new AdoptionTable(sql);
            assertEquals(List.of(STUDY), table.studies());
            List<Instance> objects = table.objects(STUDY);
            assertEquals(1, objects.size());
            table.take(objects.get(0));
            table.takeJobs(STUDY, false);
            assertEquals(List.of(), table.studies());
            assertEquals(1, new InstanceTable(sql).here(STUDY).size());
            table.takeAll();
            table.takeAll();
            assertEquals(1, sql.number("SELECT COUNT(*) FROM node_destination"));
        });
    }
}
