package spine.spark.internal.cohort;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.app.embedded.WebStudies;
import spine.spark.internal.platform.ProcessPlatform.Work;

/**
 * The studies of a server that match a query.
 *
 * @param studies which ones
 */
public record WebQuery(WebStudies studies) implements CohortInput {

    /**
     * @param url root of the DICOM web services
     * @param query {@code KEY=VALUE&KEY=VALUE}, values percent-encoded where they need it, as in the address of a search
     * @param user at the server; empty for nobody
     * @throws RefusedException if address or query is none, or a file cannot be read
     */
    public static WebQuery of(String url, String query, String user, Optional<Path> password, Optional<Path> token,
            Optional<Path> trusted) throws RefusedException {
        if (!url.matches("(?i)https?://.+")) {
            throw new RefusedException("--from-web is the address of DICOM web services, http(s)://HOST:PORT/PATH.", ExitCode.USAGE);
        }
        return new WebQuery(new WebStudies(url, parameters(query), user, file(password), file(token), file(trusted)));
    }

    private static SortedMap<String, String> parameters(String query) throws RefusedException {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String part : query.split("&", -1)) {
            String[] both = part.split("=", 2);
            if (both.length < 2 || !both[0].matches("[A-Za-z0-9.]{1,64}") || both[1].isEmpty()) {
                throw new RefusedException("--query is KEY=VALUE&KEY=VALUE, such as ModalitiesInStudy=MR&StudyDate=20260101-.",
                        ExitCode.USAGE);
            }
            if (both[0].equals("limit") || both[0].equals("offset")) {
                throw new RefusedException("--query has no limit and no offset: all studies that match are scored.", ExitCode.USAGE);
            }
            if (parameters.put(both[0], decoded(both[1])) != null) {
                throw new RefusedException("--query has " + both[0] + " twice.", ExitCode.USAGE);
            }
        }
        return parameters;
    }

    private static String decoded(String value) throws RefusedException {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("--query has a % that is followed by no two hexadecimal digits.", ExitCode.USAGE);
        }
    }

    private static String file(Optional<Path> path) throws RefusedException {
        if (path.isEmpty()) {
            return "";
        }
        Path file = path.get().toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new RefusedException(file + " is no file that can be read.", ExitCode.USAGE);
        }
        return file.toString();
    }

    @Override
    public List<String> shared() {
        return Stream.of(studies.passwordFile(), studies.tokenFile(), studies.trusted()).filter(file -> !file.isEmpty()).toList();
    }

    @Override
    public Work<ArrayList<StudyFiles>> search(ScoringOptions options) {
        WebStudies asked = studies;
        return platform -> new ArrayList<>(platform.find(asked));
    }

    @Override
    public StudyScoring scoring() {
        WebStudies asked = studies;
        return (platform, study, options) -> platform.score(study, asked, options);
    }

    @Override
    public Stream<FailedStudy> without(List<StudyFiles> found) {
        return Stream.empty();
    }
}
