package spine.web.internal.access;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import jakarta.servlet.http.HttpServletResponse;
import spine.common.access.AccessLog;
import spine.common.access.Account;
import spine.common.access.AccountName;
import spine.common.access.Accounts;
import spine.common.access.ApiToken;
import spine.common.access.Role;
import spine.common.install.InstallPaths;
import spine.web.internal.WebSettings;
import spine.web.internal.http.Problem;

/** Finds out who asks: by the session of a browser, by a token, or by name and password. Safe for use by many threads. */
@Component(service = Authenticator.class, configurationPid = {WebSettings.SHIPPED, WebSettings.PID})
public final class Authenticator {
    /** Passwords that are compared at the same time, each of which takes a core for a part of a second. */
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final AccountsWatch accounts;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final PasswordCheck passwords;
    private final AccessTrail log;
    private final WorkerSecret workers;
    private final InstantSource clock;
    private final LoginTurns turns = new LoginTurns(AT_ONCE, PATIENCE);

    @Activate
    public Authenticator(BundleContext context, @Reference AccessTrail log, @Reference WorkerSecret workers,
            WebSettings settings) {
        this(InstallPaths.of(context::getProperty).accounts(), log, workers, Duration.ofMinutes(settings.session_idle_minutes()),
                Duration.ofHours(settings.session_hours()), InstantSource.system());
    }

    Authenticator(Path accounts, AccessTrail log, WorkerSecret workers, Duration idle, Duration longest, InstantSource clock) {
        this.accounts = new AccountsWatch(accounts);
        this.sessions = new Sessions(idle, longest, clock);
        this.throttle = new LoginThrottle(clock);
        this.passwords = new PasswordCheck(clock);
        this.log = log;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * By the value of the header {@code Authorization}.
     *
     * @param safe whether nobody can read the request on its way
     * @throws Problem if it proves nothing
     */
    Identity byHeader(String header, String address, boolean safe) throws Problem {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return byToken(header.substring(BEARER.length()).strip(), address);
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            if (!safe) {
                throw new Problem(HttpServletResponse.SC_FORBIDDEN, "A password is taken over TLS or from this machine only.");
            }
            String pair = decoded(header.substring(BASIC.length()).strip());
            int colon = pair.indexOf(':');
            if (colon > 0) {
                Account account = byPassword(pair.substring(0, colon), pair.substring(colon + 1).toCharArray(), address, "password");
                return new Identity(account.name(), account.role(), "password", Optional.empty());
            }
        }
        throw new Problem(HttpServletResponse.SC_UNAUTHORIZED, "The header Authorization has neither a token nor name and password.");
    }

    /** A secret of 256 bits is not guessed, so a wrong one does not make others wait. */
    private Identity byToken(String text, String address) throws Problem {
        if (workers.is(text)) {
            return Identity.WORKER;
        }
        Optional<ApiToken> token = accounts.now().token(text, clock.instant());
        if (token.isEmpty()) {
            log.addOnce(new AccessLog.Line("login-failed", "", address, "token", "", "", "refused"));
            throw new Problem(HttpServletResponse.SC_UNAUTHORIZED, "The token is unknown, or its time is over.");
        }
        return new Identity(token.get().name(), token.get().role(), "token " + token.get().id(), Optional.empty());
    }

    /**
     * @param means for the log
     * @throws Problem if name or password is wrong, or the next attempt has to wait
     */
    Account byPassword(String name, char[] password, String address, String means) throws Problem {
        Accounts now = accounts.now();
        Optional<Account> account = now.account(name);
        if (passwords.isRemembered(account, password)) {
            return account.orElseThrow();
        }
        requireNoDelay(name, address);
        boolean proved = turns.inTurn(() -> {
            // Of those who waited for their turn, too: attempts at the same time are no more than attempts in a row.
            requireNoDelay(name, address);
            boolean right = passwords.matches(account, password);
            if (right) {
                throttle.succeeded(name, address);
            } else {
                throttle.failed(name, address);
            }
            return right;
        });
        if (proved) {
            log.add(new AccessLog.Line("login", account.orElseThrow().name(), address, means, "", "", "done"));
            return account.get();
        }
        Duration wait = throttle.delay(name, address);
        log.add(new AccessLog.Line("login-failed", AccountName.normal(name), address, means, "", "",
                wait.isZero() ? "refused" : "refused, next after " + wait.toSeconds() + " s"));
        throw new Problem(HttpServletResponse.SC_UNAUTHORIZED, "Name or password is wrong.");
    }

    private void requireNoDelay(String name, String address) throws Problem {
        Duration wait = throttle.delay(name, address);
        if (!wait.isZero()) {
            throw new Problem(429, "Too many failed logins; the next attempt is possible in " + (wait.toSeconds() + 1) + " s.",
                    wait.toSeconds() + 1);
        }
    }

    /**
     * By the id in a cookie.
     *
     * @param use whether the request is one of a person
     * @return empty if there is no such login, or the account is not as it was then
     */
    Optional<Identity> bySession(String id, boolean use) {
        Accounts now = accounts.now();
        return sessions.find(id, use).flatMap(session -> role(session, now)
                .map(role -> new Identity(session.account(), role, "session", Optional.of(session))));
    }

    private static Optional<Role> role(Session session, Accounts now) {
        Optional<Account> own = now.account(session.account());
        return session.granted().isPresent() ? session.granted().filter(role -> own.isEmpty())
                : own.filter(account -> account.password().equals(session.password())).map(Account::role);
    }

    /** @return the id of the session, for the browser alone */
    String begin(Account account) {
        return sessions.begin(account);
    }

    /**
     * For somebody whom a provider vouches for.
     *
     * @param name as {@link AccountName} has it
     * @return the id of the session, for the browser alone
     * @throws Problem if there is an account of ours with this name: a name in the log is one person
     */
    public String begin(String name, Role role) throws Problem {
        if (accounts.now().account(name).isPresent()) {
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "There is an account of this platform itself with the name " + name
                    + ": log in with its password, or have it removed.");
        }
        return sessions.begin(name, role);
    }

    /** Ends what began by a provider. */
    public void endGranted() {
        sessions.endGranted();
    }

    void end(Session session) {
        sessions.end(session);
    }

    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return "";
        }
    }
}
