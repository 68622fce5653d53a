package spine.web.internal.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import spine.common.access.AccountName;

/**
 * Makes guessing slow: after some failures the next attempt has to wait, twice as long after each further one. Failures are counted by
 * account and address together, so that nobody locks another out, and with more patience by each of both alone. Safe for use by many
 * threads.
 */
final class LoginThrottle {
    /** Keys that are remembered; the one that failed the longest ago goes. */
    static final int MOST = 10_000;
    private static final int FREE_TOGETHER = 5;
    private static final int FREE_ADDRESS = 30;
    private static final int FREE_ACCOUNT = 100;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Longer than the longest wait, so that who waits it out is not as good as new. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    /** Shorter than the longest wait, so that one program with an old password does not lock out all others of its address. */
    private static final Duration FORGOTTEN_ALONE = Duration.ofMinutes(10);
    /** Bytes of an IPv6 address that one customer of a network has to himself. */
    private static final int NETWORK_BYTES = 8;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    private record Failures(int count, Instant last) {
    }

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long an attempt has to wait; zero if it may be made now. */
    synchronized Duration delay(String name, String address) {
        String account = AccountName.normal(name);
        String network = network(address);
        return longest(longest(delay(account + "\n" + network, FREE_TOGETHER), delay("\n" + network, FREE_ADDRESS)),
                delay(account + "\n", FREE_ACCOUNT));
    }

    synchronized void failed(String name, String address) {
        String account = AccountName.normal(name);
        String network = network(address);
        count(account + "\n" + network, FORGOTTEN);
        count("\n" + network, FORGOTTEN_ALONE);
        count(account + "\n", FORGOTTEN_ALONE);
    }

    /** The address stays under suspicion: whoever guesses may have an account of his own. */
    synchronized void succeeded(String name, String address) {
        failures.remove(AccountName.normal(name) + "\n" + network(address));
    }

    synchronized int size() {
        return failures.size();
    }

    private void count(String key, Duration forgotten) {
        Failures now = failures.get(key);
        Instant time = clock.instant();
        int before = now == null || now.last().plus(forgotten).isBefore(time) ? 0 : now.count();
        failures.put(key, new Failures(before + 1, time));
        if (failures.size() > MOST) {
            Iterator<?> oldest = failures.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private Duration delay(String key, int free) {
        Failures now = failures.get(key);
        if (now == null || now.count() < free) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(now.count() - free, 20));
        Instant allowed = now.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        Instant time = clock.instant();
        return allowed.isAfter(time) ? Duration.between(time, allowed) : Duration.ZERO;
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed instanceof Inet6Address && !parsed.isLoopbackAddress()) {
                byte[] bytes = parsed.getAddress();
                Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
        } catch (UnknownHostException asItIs) {
            return address;
        }
        return address;
    }
}
