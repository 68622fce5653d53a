package spine.api.job;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One content of a study, and what becomes of it. A study whose content changes after it was complete gets another job, with the next
 * revision.
 *
 * @param id unique in the installation, above 0, and higher for a later job
 * @param studyInstanceUid of the study
 * @param revision of the study's content, from 1
 * @param replaces the job of the revision before, empty for the first
 * @param replaced whether a later revision of the study has its result
 * @param state how far it is
 * @param priority higher ones run first; 0 unless somebody changed it
 * @param images how many objects its content has
 * @param contentDigest SHA-256 of the content, in hexadecimal, the same for the same images in whichever order they came; empty while
 *     {@link JobState#RECEIVED}
 * @param sender who brought the first image: AE title and host, user, or inbox; no data of a patient
 * @param received when the first image of this revision came
 * @param changed when the state changed last
 * @param attempts how often it was begun to be scored
 * @param worker the process that scores it; empty if none does
 * @param reason one sentence on why it failed, waits or needs attention; empty if there is nothing to say
 */
public record Job(long id, String studyInstanceUid, int revision, OptionalLong replaces, boolean replaced, JobState state, int priority,
        int images, String contentDigest, String sender, Instant received, Instant changed, int attempts, String worker, String reason) {

    public Job {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        Objects.requireNonNull(replaces, "replaces");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(contentDigest, "contentDigest");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(reason, "reason");
    }
}
