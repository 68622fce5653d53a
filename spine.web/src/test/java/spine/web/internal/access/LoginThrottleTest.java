package spine.web.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void afterFiveFailuresEachAttemptWaitsTwiceAsLong() {
        fail("a", "10.0.0.1", 4);
        assertEquals(Duration.ZERO, throttle.delay("a", "10.0.0.1"));
        fail("a", "10.0.0.1", 1);
        assertEquals(Duration.ofSeconds(1), throttle.delay("a", "10.0.0.1"));
        fail("a", "10.0.0.1", 3);
        assertEquals(Duration.ofSeconds(8), throttle.delay("a", "10.0.0.1"));
        assertEquals(Duration.ZERO, throttle.delay("a", "10.0.0.2"), "others are not locked out");
        assertEquals(Duration.ZERO, throttle.delay("b", "10.0.0.1"));
        fail("a", "10.0.0.1", 20);
        assertEquals(Duration.ofMinutes(15), throttle.delay("a", "10.0.0.1"));
        clock.pass(Duration.ofHours(2));
        fail("a", "10.0.0.1", 1);
        assertEquals(Duration.ZERO, throttle.delay("a", "10.0.0.1"), "it is forgotten after an hour");
    }

    @Test
    void manyNamesFromOneAddressAndManyAddressesForOneNameWaitToo() {
        for (int i = 0; i < 31; i++) {
            throttle.failed("name" + i, "2001:db8::" + Integer.toHexString(i));
        }
        assertTrue(throttle.delay("another", "2001:db8::ffff").compareTo(Duration.ofSeconds(1)) >= 0, "of one network");
        for (int i = 0; i < 101; i++) {
            throttle.failed("admin", "10.1.0." + i);
        }
        assertTrue(throttle.delay("admin", "10.2.0.1").compareTo(Duration.ofSeconds(1)) >= 0);
    }

    @Test
    void aProgramWithAnOldPasswordLocksNobodyElseOut() {
        for (int i = 0; i < 1000; i++) {
            throttle.failed("cron", "127.0.0.1");
            clock.pass(throttle.delay("cron", "127.0.0.1").plusSeconds(5));
        }
        assertEquals(Duration.ZERO, throttle.delay("admin", "127.0.0.1"));
    }

    @Test
    void aMillionFailuresTakeBoundedMemory() {
        for (int i = 0; i < 1_000_000; i++) {
            throttle.failed("name" + i + "x".repeat(i % 100 == 0 ? 100_000 : 0),
                    "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
        }
        assertEquals(LoginThrottle.MOST, throttle.size());
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }
}
