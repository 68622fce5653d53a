package spine.web.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.common.access.Account;
import spine.common.access.AccountsFile;
import spine.common.access.ApiToken;
import spine.common.access.PasswordDigest;
import spine.common.access.Role;
import spine.web.internal.http.Problem;

class AuthenticatorTest {
    private static final String PASSWORD = "correct:horse:bättery";

    @TempDir
    private Path folder;
    private final MovableClock clock = new MovableClock();
    private final WorkerSecret workers = new WorkerSecret();
    private AccountsFile file;
    private Authenticator authenticator;

    @BeforeEach
    void begin() throws IOException {
        file = new AccountsFile(folder.resolve("users.json"));
        file.change(accounts -> accounts.with(account(Role.READER, PASSWORD)));
        authenticator = new Authenticator(folder.resolve("users.json"), new AccessTrail(folder.resolve("access.log"), clock), workers,
                Duration.ofMinutes(30), Duration.ofHours(12), clock);
    }

    @Test
    void nameAndPasswordInAHeader() throws Exception {
        assertEquals(Optional.of(Role.READER), authenticator.byHeader(basic("jörg", PASSWORD), "127.0.0.1", true).role());
        assertEquals(403, status(basic("jörg", PASSWORD), false));
        for (String header : List.of(basic("jörg", "wrong"), basic("nobody", PASSWORD), "Basic", "Basic !!", "Basic " + "A".repeat(7000),
                "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, ':', 'x'}), "Digest x", "", "Bearer x")) {
            assertEquals(401, status(header, true), header);
        }
    }

    @Test
    void guessingIsMadeSlowAndSaysNothingOnWhoThereIs() throws Exception {
        for (String name : List.of("jörg", "nobody")) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, status(basic(name, "wrong" + i), true));
            }
            assertEquals(429, status(basic(name, "wrong"), true), name);
        }
        assertEquals(429, status(basic("jörg", PASSWORD), true), "even if it is right");
        clock.pass(Duration.ofSeconds(2));
        assertEquals("jörg", authenticator.byHeader(basic("jörg", PASSWORD), "10.0.0.1", true).name());
    }

    @Test
    void theLogHasOneLineForEachAttemptWhateverTheNameIs() throws Exception {
        assertEquals(401, status(basic("a\r\nforged\tadmin\u202e", "wrong"), true));
        List<String> lines = Files.readAllLines(folder.resolve("access.log"));
        assertEquals(1, lines.size());
        assertEquals(9, lines.get(0).split("\t").length, lines.get(0));
        assertFalse(lines.get(0).contains("\u202e"));
    }

    @Test
    void aSessionEndsByTimeByLogoutAndWithTheAccount() throws Exception {
        Account account = authenticator.byPassword("jörg", PASSWORD.toCharArray(), "127.0.0.1", "login page");
        assertTrue(authenticator.bySession("fixed-by-somebody-else", true).isEmpty());
        String idle = authenticator.begin(account);
        assertNotEquals(idle, authenticator.begin(account));
        clock.pass(Duration.ofMinutes(29));
        assertTrue(authenticator.bySession(idle, false).isPresent());
        clock.pass(Duration.ofMinutes(1));
        assertTrue(authenticator.bySession(idle, true).isEmpty(), "asked by a page only");

        String longest = authenticator.begin(account);
        for (int i = 0; i < 35; i++) {
            clock.pass(Duration.ofMinutes(20));
            assertTrue(authenticator.bySession(longest, true).isPresent());
        }
        clock.pass(Duration.ofMinutes(20));
        assertTrue(authenticator.bySession(longest, true).isEmpty());

        String left = authenticator.begin(account);
        authenticator.end(authenticator.bySession(left, true).orElseThrow().session().orElseThrow());
        assertTrue(authenticator.bySession(left, true).isEmpty());

        String current = authenticator.begin(account);
        file.change(accounts -> accounts.with(new Account("jörg", Role.VIEWER, account.password())));
        assertEquals(Optional.of(Role.VIEWER), authenticator.bySession(current, true).orElseThrow().role(), "a new role holds at once");
        file.change(accounts -> accounts.with(account(Role.VIEWER, "another password")));
        assertTrue(authenticator.bySession(current, true).isEmpty());
    }

    @Test
    void sessionsTakeBoundedMemory() {
        Sessions sessions = new Sessions(Duration.ofMinutes(30), Duration.ofHours(12), clock);
        for (int i = 0; i < Sessions.MOST + 10; i++) {
            sessions.begin("name" + i, Role.VIEWER);
        }
        assertEquals(Sessions.MOST, sessions.size());
    }

    @Test
    void nobodyPushesOthersOut() {
        Sessions sessions = new Sessions(Duration.ofMinutes(30), Duration.ofHours(12), clock);
        String other = sessions.begin("other", Role.VIEWER);
        String first = sessions.begin("greedy", Role.VIEWER);
        for (int i = 0; i < Sessions.MOST; i++) {
            sessions.begin("greedy", Role.VIEWER);
        }
        assertTrue(sessions.find(other, true).isPresent());
        assertTrue(sessions.find(first, true).isEmpty());
        assertEquals(1 + Sessions.MOST_OF_ONE, sessions.size());
    }

    @Test
    void whomAProviderVouchesForHasTheRoleOfTheLogin() throws Exception {
        String id = authenticator.begin("carla", Role.READER);
        assertEquals(Optional.of(Role.READER), authenticator.bySession(id, true).orElseThrow().role());
        assertEquals(403, assertThrows(Problem.class, () -> authenticator.begin("jörg", Role.ADMIN)).status(), "the name of another");
        file.change(accounts -> accounts.with(new Account("carla", Role.VIEWER, PasswordDigest.of(PASSWORD.toCharArray()).toString())));
        assertTrue(authenticator.bySession(id, true).isEmpty(), "the name of another by now");
        file.change(accounts -> accounts.without("carla"));
        authenticator.endGranted();
        assertTrue(authenticator.bySession(id, true).isEmpty());
    }

    @Test
    void thoseWhoWaitForTheirTurnAreNotMany() throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(60);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String guess = basic("name" + i, "wrong password");
            String address = "10.0.1." + i;
            answers.add(attackers.submit(() -> assertThrows(Problem.class, () -> authenticator.byHeader(guess, address, true)).status()));
        }
        int refused = 0;
        for (Future<Integer> answer : answers) {
            refused += answer.get() == 503 ? 1 : 0;
        }
        attackers.shutdown();
        assertTrue(refused >= 20, refused + " of 60");
    }

    @Test
    void aTokenIsValidUntilItIsRevoked() throws Exception {
        ApiToken.Made made = ApiToken.make("pacs", Role.OPERATOR, clock.instant(), clock.instant().plus(Duration.ofDays(1)));
        file.change(accounts -> accounts.with(made.token()));
        assertEquals(Optional.of(Role.OPERATOR), authenticator.byHeader("bearer " + made.text(), "10.0.0.1", false).role());
        file.change(accounts -> accounts.withoutToken(made.token().id()));
        for (int i = 0; i < 20; i++) {
            assertEquals(401, status("Bearer " + made.text(), true));
        }
        assertEquals(1, Files.readAllLines(folder.resolve("access.log")).size(), "once in a while is enough");
    }

    @Test
    void aWorkerHasNoRoleAndIsForItsRoutesAlone() throws Exception {
        Identity worker = authenticator.byHeader("Bearer " + workers.text(), "10.0.0.1", false);
        assertEquals(Optional.empty(), worker.role());
        assertEquals(401, status("Bearer " + new WorkerSecret().text(), true), "another start has another secret");
        List<String> admitted = Routes.ALL.stream().filter(route -> !route.isOpen() && route.admits(worker))
                .map(route -> route.method() + " " + route.pattern()).toList();
        assertEquals(List.of("POST /api/v1/attempts/{id}/{attempt}", "GET /dicom-web/studies", "GET /dicom-web/studies/{study}"), admitted);
        Identity admin = new Identity("root", Role.ADMIN, "password", Optional.empty());
        assertEquals(List.of("/api/v1/attempts/{id}/{attempt}"),
                Routes.ALL.stream().filter(route -> !route.isOpen() && !route.admits(admin)).map(Route::pattern).toList());
    }

    private int status(String header, boolean safe) {
        return assertThrows(Problem.class, () -> authenticator.byHeader(header, "10.0.0.1", safe)).status();
    }

    private static Account account(Role role, String password) {
        return new Account("jörg", role, PasswordDigest.of(password.toCharArray()).toString());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
