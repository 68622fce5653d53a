package spine.jobs.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import spine.common.file.BoundedFile;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;
import spine.jobs.internal.delivery.RetryRule;
import spine.jobs.internal.spool.Bounds;
import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.work.ScoringRule;

/**
 * What the settings say.
 *
 * @param workers studies that are scored at a time
 * @param quietMillis after which a study is complete
 * @param silentMillis after which a process is taken for dead
 * @param imageDays that images are kept; 0: for ever
 * @param resultDays that all of a study is kept; 0: for ever
 */
record QueueRules(int workers, ScoringRule scoring, Bounds bounds, long quietMillis, long silentMillis, RetryRule retries, int imageDays,
        int resultDays) {
    private static final long SECOND = 1000;
    /** Longer than a change of settings, an update of bundles, or the start of a platform on a busy machine. */
    private static final long ABSENT_MILLIS = 60 * SECOND;

    static QueueRules of(JobsSettings settings) {
        return new QueueRules(settings.workers(), new ScoringRule(words(settings.indexes()), words(settings.formats())),
                new Bounds(settings.disk_megabytes() << 20, (long) settings.study_megabytes() << 20, settings.study_objects(),
                        settings.queue_studies()),
                settings.study_quiet_seconds() * SECOND, settings.silent_seconds() * SECOND,
                new RetryRule(settings.delivery_attempts(), settings.delivery_first_seconds() * SECOND,
                        settings.delivery_longest_seconds() * SECOND, ABSENT_MILLIS),
                settings.images_days(), settings.results_days());
    }

    private static List<String> words(String[] values) {
        return Arrays.stream(values).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * The database that the settings name.
     *
     * @throws IllegalArgumentException with a sentence if they name none
     * @throws IOException if the file with the password cannot be read, or others may read it
     */
    static DatabaseAddress database(JobsSettings settings, InstallPaths paths) throws IOException {
        if (settings.jdbc_url().isBlank()) {
            HomePermissions.createPrivateFolder(paths.jobs());
            return DatabaseAddress.folder(paths.jobs());
        }
        return DatabaseAddress.server(settings.jdbc_url().strip(), settings.jdbc_user(), password(settings.jdbc_password_file(), paths));
    }

    private static String password(String file, InstallPaths paths) throws IOException {
        if (file.isBlank()) {
            return "";
        }
        Path path = paths.conf().resolve(file.strip());
        Optional<String> exposed = HomePermissions.exposed(path);
        if (exposed.isPresent()) {
            throw new IOException(exposed.get());
        }
        return new String(BoundedFile.regular(path, BoundedFile.LONGEST), StandardCharsets.UTF_8).strip();
    }
}
