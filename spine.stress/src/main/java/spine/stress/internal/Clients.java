package spine.stress.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.common.digest.Sha256;
import spine.stress.internal.bundle.ModelJars;

/** Score studies over and over and compare every report with the one the version it names gave when nothing was swapped. */
final class Clients {
    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final List<String> INDEXES = List.of("sparcc");
    private static final int OEDEMA = 1;

    private final SpineScoring scoring;
    private final List<StudySource> studies;
    private final Path work;
    private final Map<String, String> expected = new ConcurrentHashMap<>();
    private final AtomicInteger scored = new AtomicInteger();
    private final AtomicInteger mixed = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Clients(SpineScoring scoring, List<StudySource> studies, Path work) {
        this.scoring = scoring;
        this.studies = studies;
        this.work = work;
    }

    /** Notes what every study looks like with the version that serves now. */
    void learn() throws Exception {
        for (StudySource study : studies) {
            Path folder = work.resolve("reference").resolve(study.studyInstanceUid());
            ScoringResult result = score(study, folder);
            expected.put(key(study, version(result)), digest(folder, result));
        }
    }

    /** Whether odd and even versions differ on every study, without which no mixture could be seen. */
    boolean tellVersionsApart() {
        return expected.size() == 2 * studies.size() && expected.values().stream().distinct().count() == expected.size();
    }

    /** Runs that many clients until {@link #stop}. */
    ExecutorService start(int clients) {
        running = true;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.execute(() -> work(client));
        }
        return threads;
    }

    /** Returns when every client has finished its study. */
    void stop(ExecutorService threads) throws InterruptedException {
        running = false;
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
            failures.add("a client did not end");
        }
    }

    int scored() {
        return scored.get();
    }

    int mixed() {
        return mixed.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private void work(int client) {
        for (int turn = client; running; turn++) {
            StudySource study = studies.get(turn % studies.size());
            Path folder = work.resolve("client-" + client).resolve(study.studyInstanceUid());
            try {
                ScoringResult result = score(study, folder);
                if (!digest(folder, result).equals(expected.get(key(study, version(result))))) {
                    mixed.incrementAndGet();
                    LOG.error("a report is not that of the version {} it names", version(result));
                }
                scored.incrementAndGet();
            } catch (Exception | Error e) {
                LOG.error("a study failed", e);
                failures.add(e.toString());
            }
        }
    }

    ScoringResult score(StudySource study, Path folder) throws Exception {
        return scoring.score(study, new ScoringRequest(INDEXES, List.of("json"), folder), Progress.SILENT, new Cancellation());
    }

    /** Version of the oedema model that the result names. */
    static String version(ScoringResult result) {
        return result.models().get(OEDEMA).version();
    }

    private static String key(StudySource study, String version) {
        return study.studyInstanceUid() + (ModelJars.isOdd(version) ? " odd" : " even");
    }

    /** Of the report without what may differ: the times and the version's number, which is compared with the result's. */
    private static String digest(Path folder, ScoringResult result) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode report = mapper.readTree(Files.readAllBytes(folder.resolve("report.json")));
        ((ObjectNode) report).remove("timing");
        JsonNode named = ((ObjectNode) report.path("models").path(OEDEMA)).remove("version");
        if (!named.asText().equals(version(result))) {
            return "the report names " + named + ", the result " + version(result);
        }
        return Sha256.of(mapper.writeValueAsBytes(report));
    }
}
