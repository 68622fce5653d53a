package spine.web.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.common.access.Account;
import spine.common.access.Role;
import spine.common.digest.Sha256;

/**
 * Who is logged in. The id of a session is drawn here and nowhere else, so that nobody can be made to use one that another knows; only
 * its digest is kept. Safe for use by many threads.
 */
final class Sessions {
    /** All at once; the one that was used the longest ago goes. */
    static final int MOST = 1000;
    /** Of one person, in as many browsers: nobody pushes others out by logging in again and again. */
    static final int MOST_OF_ONE = 20;
    private static final int BYTES = 32;

    private final Duration idle;
    private final Duration longest;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Used> sessions = new LinkedHashMap<>(16, 0.75f, true);

    private record Used(Session session, Instant last) {
    }

    Sessions(Duration idle, Duration longest, InstantSource clock) {
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /** @return the id, for the browser alone */
    String begin(Account account) {
        return begin(account.name(), account.password(), Optional.empty());
    }

    /** The same for an account that is not ours. */
    String begin(String name, Role role) {
        return begin(name, "", Optional.of(role));
    }

    private synchronized String begin(String name, String password, Optional<Role> granted) {
        endOldest(name);
        String id = draw();
        Instant now = clock.instant();
        sessions.put(key(id), new Used(new Session(name, password, granted, draw(), now), now));
        if (sessions.size() > MOST) {
            Iterator<?> oldest = sessions.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return id;
    }

    private void endOldest(String name) {
        List<String> own = sessions.entrySet().stream().filter(one -> one.getValue().session().account().equals(name))
                .map(Map.Entry::getKey).toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(sessions::remove);
    }

    /**
     * The session with this id, unless its time is over.
     *
     * @param use whether the request is one of a person, from which the idle time begins anew
     */
    synchronized Optional<Session> find(String id, boolean use) {
        String key = key(id);
        Used found = sessions.get(key);
        Instant now = clock.instant();
        if (found == null) {
            return Optional.empty();
        }
        if (!now.isBefore(found.last().plus(idle)) || !now.isBefore(found.session().begun().plus(longest))) {
            sessions.remove(key);
            return Optional.empty();
        }
        if (use) {
            sessions.put(key, new Used(found.session(), now));
        }
        return Optional.of(found.session());
    }

    synchronized void end(Session session) {
        sessions.values().removeIf(used -> used.session().equals(session));
    }

    /** Those of accounts that are not ours. */
    synchronized void endGranted() {
        sessions.values().removeIf(used -> used.session().granted().isPresent());
    }

    synchronized int size() {
        return sessions.size();
    }

    private String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String key(String id) {
        return Sha256.of(id.getBytes(StandardCharsets.UTF_8));
    }
}
