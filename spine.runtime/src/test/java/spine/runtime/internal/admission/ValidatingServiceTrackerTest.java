package spine.runtime.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import spine.api.lease.Lease;
import spine.api.lease.Leases;
import spine.api.lease.Rank;

class ValidatingServiceTrackerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final Leases<ProviderDescriptor<String>> table = new Leases<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger released = new AtomicInteger();

    @AfterEach
    void stop() {
        never.countDown();
        clock.shutdownNow();
    }

    @Test
    void whatPassesServesAndIsGivenBackAfterItsUse() throws Exception {
        ValidatingServiceTracker<String> admissions = admissions(LONG);
        admissions.add("key", rank(), claims("1.0.0"), source(() -> "service"));
        admissions.awaitSettled();
        Lease<ProviderDescriptor<String>> lease = table.acquire(LONG).orElseThrow();
        assertEquals("service", lease.provider().service());
        assertFalse(admissions.remove("key", Duration.ofMillis(10)), "it is still in use");
        lease.close();
        assertEquals(1, released.get());
        assertTrue(table.providers().isEmpty());
    }

    @Test
    void aFaultAnExceptionAndNothingAreRefusedWithTheReason() throws Exception {
        ValidatingServiceTracker<String> admissions = admissions(LONG);
        admissions.add("fault", rank(), claims("1.0.0"), source(() -> "faulty"));
        admissions.add("error", rank(), claims("2.0.0"), source(() -> {
            throw new NoClassDefFoundError("x/Y");
        }));
        admissions.add("null", rank(), claims("3.0.0"), source(() -> null));
        admissions.awaitSettled();
        assertEquals(List.of("it cannot be activated; the log says why", "it failed with java.lang.NoClassDefFoundError: x/Y",
                "it is faulty"), admissions.refusals().stream().map(RejectedProvider::reason).sorted().toList());
        assertTrue(table.providers().isEmpty());
        assertTrue(admissions.remove("fault", LONG));
        assertEquals(2, admissions.refusals().size());
    }

    @Test
    void whoHangsIsRefusedAndNobodyWaitsForIt() {
        ValidatingServiceTracker<String> admissions = admissions(Duration.ofMillis(100));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            admissions.add("hangs", rank(), claims("2.0.0"), source(this::hang));
            admissions.add("works", rank(), claims("1.0.0"), source(() -> "service"));
            assertEquals("1.0.0", table.acquire(LONG).orElseThrow().provider().version());
            admissions.awaitSettled();
            assertEquals("it did not answer within 0 s", admissions.refusals().get(0).reason());
            assertTrue(admissions.remove("hangs", LONG), "a thread that was given up holds nobody");
        });
        never.countDown();
        assertEquals(1, table.providers().size());
    }

    @Test
    void whatIsWithdrawnDuringItsTestNeverServes() throws Exception {
        ValidatingServiceTracker<String> admissions = admissions(LONG);
        CountDownLatch inside = new CountDownLatch(1);
        admissions.add("key", rank(), claims("1.0.0"), source(() -> {
            inside.countDown();
            return hang();
        }));
        inside.await();
        assertEquals(1, admissions.pending().size());
        assertFalse(admissions.remove("key", Duration.ofMillis(10)));
        never.countDown();
        Thread.sleep(50);
        assertTrue(table.providers().isEmpty());
        assertEquals(1, released.get());
    }

    @Test
    void whatFailsInUseIsDismissed() throws Exception {
        ValidatingServiceTracker<String> admissions = admissions(LONG);
        admissions.add("key", rank(), claims("1.0.0"), source(() -> "service"));
        admissions.awaitSettled();
        admissions.dismiss("service", "it hung");
        assertTrue(table.providers().isEmpty());
        assertEquals("it hung", admissions.refusals().get(0).reason());
    }

    private ValidatingServiceTracker<String> admissions(Duration limit) {
        return new ValidatingServiceTracker<>(table, (offer, cancellation) ->
                offer.service().equals("faulty") ? Optional.of("it is faulty") : Optional.empty(), () -> limit, clock);
    }

    private String hang() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException deaf) {
                // foreign code need not listen
            }
        }
        return "late";
    }

    private ValidatingServiceTracker.Source<String> source(Supplier<String> supplier) {
        return new ValidatingServiceTracker.Source<>() {
            @Override
            public String get() {
                return supplier.get();
            }

            @Override
            public void release() {
                released.incrementAndGet();
            }
        };
    }

    private static Rank rank() {
        return new Rank(0, "1.0.0", 1);
    }

    private static ProviderDescriptor<String> claims(String version) {
        return new ProviderDescriptor<>("name", "id", version, null);
    }
}
