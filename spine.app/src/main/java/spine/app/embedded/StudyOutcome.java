package spine.app.embedded;

import java.io.Serializable;
import java.util.List;

import spine.app.command.ExitCode;

/**
 * What became of a study.
 *
 * @param study StudyInstanceUID
 * @param location the deepest folder that holds all its files, or its only file; of a study of a server its address there; empty if that
 *     is not known
 * @param status what became of it
 * @param reason one sentence on why there is no score, or none of an index, on why an older result was replaced, or on what a person
 *     changed; empty if there is nothing to say
 * @param warnings sentences for the reader of the result, as its report has them: what was left out, guessed or in doubt; of a result of an
 *     earlier run as far as it has a report as JSON; none without a result
 * @param models the models that scored it now, with their versions; empty if it was not scored now
 * @param seconds how long it took
 */
public record StudyOutcome(String study, String location, Status status, String reason, List<String> warnings, String models,
        double seconds)
        implements Serializable {

    /** What can become of a study. */
    public enum Status {
        /** It has a new result. */
        SCORED("scored", ExitCode.DONE),
        /** It has a result, new or of an earlier run, which says that its images show no spine. */
        NO_SPINE("no spine", ExitCode.UNUSABLE),
        /** It has a new result, without the score of an index that failed. */
        INCOMPLETE("incomplete", ExitCode.FAILED),
        /** It has the result of an earlier run, which would come out the same now. */
        KEPT("kept", ExitCode.DONE),
        /** It has a result of an earlier run that a person changed, or something that is no result lies in its place. */
        CHANGED_BY_HAND("changed by hand", ExitCode.FAILED),
        /** It has no new result, because of its files. */
        REFUSED("refused", ExitCode.UNUSABLE),
        /** It has no new result, because something failed. */
        FAILED("failed", ExitCode.FAILED);

        private final String words;
        private final int exitCode;

        Status(String words, int exitCode) {
            this.words = words;
            this.exitCode = exitCode;
        }

        /** As the tables say it. */
        public String words() {
            return words;
        }

        /** What a study of this status alone would make of the process. */
        public int exitCode() {
            return exitCode;
        }

        /** Whether there is a result that a person did not change. */
        public boolean hasResult() {
            return this == SCORED || this == NO_SPINE || this == INCOMPLETE || this == KEPT;
        }
    }

    public StudyOutcome {
        warnings = List.copyOf(warnings);
    }

    /**
     * The same of a study that lay somewhere else while it was scored.
     *
     * @param folder where it lay, which sentences may name
     * @param other where it is
     */
    public StudyOutcome at(String folder, String other) {
        return new StudyOutcome(study, other, status, reason.replace(folder, other), warnings.stream()
                .map(warning -> warning.replace(folder, other)).toList(), models, seconds);
    }

    /** The reason as a sentence that names the study and where it lies. */
    public String complaint() {
        String who = reason.contains(study) ? "" : "study " + study;
        String where = location.isEmpty() || reason.contains(location) ? "" : "folder " + location;
        String both = who.isEmpty() || where.isEmpty() ? who + where : who + ", " + where;
        return both.isEmpty() ? reason : reason + " (" + both + ")";
    }

    /** The exit code of a process whose studies ended with these codes: a failure outweighs what cannot be used. */
    public static int exitCode(int one, int other) {
        return one == ExitCode.FAILED || other == ExitCode.DONE ? one : other;
    }
}
