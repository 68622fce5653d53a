package spine.app.internal.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import spine.api.service.StudyJob;

/** What is being scored, for a person to read. */
public final class JobLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private JobLines() {
    }

    /** One line per study, or one that says that there is none. */
    public static List<String> of(List<StudyJob> jobs) {
        if (jobs.isEmpty()) {
            return List.of("No study is running or waiting.");
        }
        return jobs.stream().map(job -> String.format(Locale.ROOT, "%-8s since %s  %s", state(job),
                TIME.format(job.since().atZone(ZoneId.systemDefault())), job.studyInstanceUid())).toList();
    }

    /** In one word. */
    public static String state(StudyJob job) {
        return job.running() ? "running" : "waiting";
    }
}
