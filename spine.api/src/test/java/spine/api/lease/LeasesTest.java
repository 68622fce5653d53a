package spine.api.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LeasesTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Leases<Provider> leases = new Leases<>();

    /** A provider that, like a deactivated component, fails whoever is still inside or comes later. */
    private static final class Provider {
        private final String name;
        private volatile boolean closed;

        Provider(String name) {
            this.name = name;
        }

        void use() throws InterruptedException {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            TimeUnit.MICROSECONDS.sleep(200);
            if (closed) {
                throw new IllegalStateException(name + " was closed in use");
            }
        }
    }

    @Test
    void newestVersionServesWhateverTheOrderOfArrival() throws InterruptedException {
        add("1.10.0", 0, 1);
        add("1.9.0", 0, 2);
        assertEquals("1.10.0", serving());
    }

    @Test
    void rankingOverridesTheVersion() throws InterruptedException {
        add("2.0.0", 0, 1);
        add("1.0.0", 5, 2);
        assertEquals("1.0.0", serving());
    }

    @Test
    void lowerServiceIdServesAmongEquals() {
        assertTrue(new Rank(0, "1.0.0", 3).compareTo(new Rank(0, "1.0.0", 4)) < 0);
        assertTrue(new Rank(0, "1.0.0.b", 9).compareTo(new Rank(0, "1.0.0.a", 4)) < 0);
    }

    @Test
    void onlySuitableProvidersAreHandedOut() throws InterruptedException {
        add("2.0.0", 0, 1);
        add("1.0.0", 0, 2);
        try (Lease<Provider> lease = leases.acquire(p -> p.name.equals("1.0.0"), NOW).orElseThrow()) {
            assertEquals("1.0.0", lease.provider().name);
        }
        assertTrue(leases.acquire(p -> p.name.equals("3.0.0"), NOW).isEmpty());
    }

    @Test
    void emptyTableGivesUpAfterTheTimeAllowed() throws InterruptedException {
        assertTrue(leases.acquire(Duration.ofMillis(20)).isEmpty());
    }

    @Test
    void waitsForAProviderToCome() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<String> served = other.submit(() -> {
            try (Lease<Provider> lease = leases.acquire(SOON).orElseThrow()) {
                return lease.provider().name;
            }
        });
        TimeUnit.MILLISECONDS.sleep(50);
        add("1.0.0", 0, 1);
        assertEquals("1.0.0", served.get());
        other.shutdown();
    }

    @Test
    void removalWaitsForTheOpenLease() throws Exception {
        add("1.0.0", 0, 1);
        Lease<Provider> lease = leases.acquire(NOW).orElseThrow();
        ExecutorService other = Executors.newSingleThreadExecutor();
        AtomicBoolean removed = new AtomicBoolean();
        Future<Boolean> drained = other.submit(() -> {
            boolean done = leases.remove("1.0.0", SOON);
            removed.set(true);
            return done;
        });
        TimeUnit.MILLISECONDS.sleep(50);
        assertFalse(removed.get());
        assertTrue(leases.acquire(NOW).isEmpty(), "a leaving provider takes no new user");
        lease.close();
        lease.close();
        assertTrue(drained.get());
        other.shutdown();
    }

    @Test
    void removalGivesUpOnAUserWhoStays() throws InterruptedException {
        add("1.0.0", 0, 1);
        leases.acquire(NOW).orElseThrow();
        assertFalse(leases.remove("1.0.0", Duration.ofMillis(20)));
        assertTrue(leases.acquire(NOW).isEmpty());
    }

    @Test
    void unknownKeyIsIgnored() throws InterruptedException {
        assertTrue(leases.remove("never added", NOW));
    }

    @Test
    void noUseFailsWhileProvidersAreSwappedInEveryOrder() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger uses = new AtomicInteger();
        ExecutorService users = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(users.submit(() -> {
                while (!stop.get()) {
                    try (Lease<Provider> lease = leases.acquire(SOON).orElseThrow()) {
                        lease.provider().use();
                        uses.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        Provider serving = add("0.0.0", 0, 0);
        for (int round = 1; round <= 300; round++) {
            int before = uses.get();
            while (uses.get() < before + 4) {
                TimeUnit.MICROSECONDS.sleep(100);
            }
            String version = round + ".0.0";
            if (round % 2 == 0) {
                Provider next = add(version, 0, round);
                retire(serving);
                serving = next;
            } else {
                retire(serving);
                serving = add(version, 0, round);
            }
        }
        stop.set(true);
        for (Future<?> user : running) {
            user.get();
        }
        users.shutdown();
        assertTrue(uses.get() >= 1200, "only " + uses + " uses in 300 swaps");
    }

    private Provider add(String version, int ranking, long id) {
        Provider provider = new Provider(version);
        leases.add(version, provider, new Rank(ranking, version, id));
        return provider;
    }

    private void retire(Provider provider) throws InterruptedException {
        assertTrue(leases.remove(provider.name, SOON));
        provider.closed = true;
    }

    private String serving() throws InterruptedException {
        try (Lease<Provider> lease = leases.acquire(NOW).orElseThrow()) {
            return lease.provider().name;
        }
    }
}
